# SPDX-License-Identifier: GPL-3.0-or-later
# How ctest fills the cores. A test asks for four units; tests/run.sh gives five to each core, so that
# those that mostly wait run beside those that compute. The list is in one place, for it changes with
# the tests and not with their folders.

# A quarter of a core each: servers that answer late, waits that a user would have, too.
set(INLET_TESTS_WAITING
    unit.sync.Disturbances unit.sync.Folders unit.sync.LyingCounts unit.sync.NotHandedOut unit.sync.RuleFolders
    unit.sync.Silence unit.sync.SyncFaults unit.sync.SyncRounds unit.sync.WholeFetchFaults
    unit.engine.SecretBroker unit.accounts.Detector unit.accounts.QtDnsResolver
    integration.imap.CompressedImap integration.imap.RealImap integration.sync.LargeOnDovecot
    integration.sync.FaultCampaign interop.servers.ForeignImap interop.servers.ForeignSync)

# Minutes each under the sanitizers: begun first, none of them is the only one left at the end.
set(INLET_TESTS_LONG integration.sync.FaultCampaign unit.store.Salvage unit.store.Search integration.sync.CutAnywhere
    integration.app.CommandLine integration.app.Damaged integration.app.FullDisk integration.app.Killed
    integration.sync.SyncOnDovecot)

# inlet_schedule_test(<test> [GUI])
# The windows share a display and run one after the other: the longest chain of all, so it begins first.
function(inlet_schedule_test name)
    set_property(GLOBAL APPEND PROPERTY INLET_TESTS_KNOWN ${name})
    set(units 4)
    set(cost 0)
    if(name IN_LIST INLET_TESTS_WAITING)
        set(units 1)
        set(cost 10)
    endif()
    if(name IN_LIST INLET_TESTS_LONG)
        set(cost 1000)
    elseif(GUI IN_LIST ARGN)
        set(cost 2000)
    endif()
    set_tests_properties(${name} PROPERTIES PROCESSORS ${units} COST ${cost})
endfunction()

# A name above that no test has any more is a mistake.
function(inlet_check_schedule)
    get_property(known GLOBAL PROPERTY INLET_TESTS_KNOWN)
    foreach(name IN LISTS INLET_TESTS_WAITING INLET_TESTS_LONG)
        if(NOT name IN_LIST known)
            message(FATAL_ERROR "cmake/InletTestSchedule.cmake names ${name}, which is no test.")
        endif()
    endforeach()
endfunction()
