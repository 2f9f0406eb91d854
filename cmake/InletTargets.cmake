# SPDX-License-Identifier: GPL-3.0-or-later

# inlet_add_module(<name> SOURCES a.cpp b.h... [DEPENDS base ...] [LIBS ...] [PRIVATE_LIBS ...])
# Makes the static library inlet_<name> with the alias Inlet::<name>. DEPENDS are folders of core/,
# LIBS are third-party targets that public headers need, PRIVATE_LIBS stay inside the folder.
function(inlet_add_module name)
    cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS;LIBS;PRIVATE_LIBS" ${ARGN})
    add_library(inlet_${name} STATIC ${ARG_SOURCES})
    add_library(Inlet::${name} ALIAS inlet_${name})
    target_include_directories(inlet_${name} PUBLIC ${PROJECT_SOURCE_DIR}/core)
    target_link_libraries(inlet_${name} PUBLIC Qt6::Core ${ARG_LIBS} PRIVATE inlet_settings
        ${ARG_PRIVATE_LIBS})
    foreach(dependency IN LISTS ARG_DEPENDS)
        target_link_libraries(inlet_${name} PUBLIC Inlet::${dependency})
    endforeach()
    inlet_fast_build(inlet_${name} core)
endfunction()

# Precompiled header and unity build: what keeps a clean build short on two cores.
# kind: core (Qt Core and std) or ui (adds Qt Widgets), test_core or test_ui (with Qt Test). Each header is compiled once for
# all targets.
function(inlet_fast_build target kind)
    target_precompile_headers(${target} REUSE_FROM inlet_pch_${kind})
    set_target_properties(${target} PROPERTIES UNITY_BUILD_BATCH_SIZE 12)
endfunction()

# inlet_add_precompiled_header(<kind> <library>...)
function(inlet_add_precompiled_header kind)
    add_library(inlet_pch_${kind} OBJECT ${PROJECT_SOURCE_DIR}/cmake/pch.cpp)
    target_link_libraries(inlet_pch_${kind} PRIVATE inlet_settings ${ARGN})
    target_precompile_headers(inlet_pch_${kind} PRIVATE ${PROJECT_SOURCE_DIR}/cmake/pch_${kind}.h)
    set_target_properties(inlet_pch_${kind} PROPERTIES AUTOMOC OFF AUTORCC OFF)
endfunction()

# inlet_add_tests(<label> <domain> CLASSES A B ... [LIBS ...] [SOURCES ...] [GUI] [TIMEOUT s])
# One binary a domain, tests/<label>/<domain>/tst_<Class>.cpp each with INLET_TEST(tst_<Class>);
# known to ctest class by class as <label>.<domain>.<Class>.
function(inlet_add_tests label domain)
    cmake_parse_arguments(ARG "GUI" "TIMEOUT" "CLASSES;LIBS;SOURCES" ${ARGN})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    if(INLET_SANITIZE)
        # Several times as slow, and slow is not wrong.
        math(EXPR ARG_TIMEOUT "4 * ${ARG_TIMEOUT}")
    endif()
    set(target ${label}_${domain})
    list(TRANSFORM ARG_CLASSES REPLACE "(.+)" "tst_\\1.cpp" OUTPUT_VARIABLE sources)
    add_executable(${target} ${sources} ${ARG_SOURCES})
    target_link_libraries(${target} PRIVATE inlet_settings ${ARG_LIBS})
    target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/tests ${PROJECT_SOURCE_DIR}/core
        ${PROJECT_SOURCE_DIR})
    target_compile_definitions(${target} PRIVATE
        INLET_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data"
        INLET_RESOURCES="${PROJECT_SOURCE_DIR}/resources"
        INLET_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
        INLET_BINARY_DIR="${PROJECT_BINARY_DIR}")
    set(kind core)
    if(ARG_GUI)
        set(kind ui)
    endif()
    target_link_libraries(${target} PRIVATE inlet_test_main_${kind} inlet_test_base_${kind})
    inlet_fast_build(${target} test_${kind})
    # Test files name their helpers freely; a unity build would put them in one namespace.
    set_target_properties(${target} PROPERTIES UNITY_BUILD OFF)
    foreach(class IN LISTS ARG_CLASSES)
        set(test ${label}.${domain}.${class})
        add_test(NAME ${test} COMMAND ${target} tst_${class})
        set_tests_properties(${test} PROPERTIES LABELS ${label} TIMEOUT ${ARG_TIMEOUT})
        if(ARG_GUI)
            inlet_needs_display(${test})
        else()
            inlet_schedule_test(${test})
        endif()
    endforeach()
endfunction()

# inlet_add_window_tests_again(<domain> <variant> <environment> <class>...)
# The same classes once more in another environment, e.g. gui.main.Reachable.de.
function(inlet_add_window_tests_again domain variant environment)
    foreach(class IN LISTS ARGN)
        set(test gui.${domain}.${class}.${variant})
        add_test(NAME ${test} COMMAND gui_${domain} tst_${class})
        set_tests_properties(${test} PROPERTIES LABELS gui TIMEOUT 240 ENVIRONMENT ${environment})
        inlet_needs_display(${test})
    endforeach()
endfunction()

function(inlet_needs_display test)
    # Two windows on one display would take the focus from each other.
    set_tests_properties(${test} PROPERTIES RESOURCE_LOCK display)
    inlet_schedule_test(${test} GUI)
endfunction()
