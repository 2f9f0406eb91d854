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
# kind: core (Qt Core and std) or ui (adds Qt Widgets).
function(inlet_fast_build target kind)
    if(kind STREQUAL "ui")
        target_precompile_headers(${target} PRIVATE ${PROJECT_SOURCE_DIR}/cmake/pch_ui.h)
    else()
        target_precompile_headers(${target} PRIVATE ${PROJECT_SOURCE_DIR}/cmake/pch_core.h)
    endif()
    set_target_properties(${target} PROPERTIES UNITY_BUILD_BATCH_SIZE 12)
endfunction()

# inlet_add_test(<domain> <Class> [LABEL unit] [LIBS ...] [SOURCES ...] [GUI])
# One Qt Test binary per class: tests/<label>/<domain>/tst_<Class>.cpp, known to ctest as
# <label>.<domain>.<Class>.
function(inlet_add_test domain class)
    cmake_parse_arguments(ARG "GUI;SERIAL" "LABEL;TIMEOUT" "LIBS;SOURCES" ${ARGN})
    if(NOT ARG_LABEL)
        set(ARG_LABEL unit)
    endif()
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    set(target tst_${domain}_${class})
    add_executable(${target} ${CMAKE_CURRENT_SOURCE_DIR}/${domain}/tst_${class}.cpp ${ARG_SOURCES})
    target_link_libraries(${target} PRIVATE inlet_settings Qt6::Test ${ARG_LIBS})
    target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/tests ${PROJECT_SOURCE_DIR}/core)
    target_compile_definitions(${target} PRIVATE
        INLET_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data"
        INLET_RESOURCES="${PROJECT_SOURCE_DIR}/resources"
        INLET_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    if(ARG_GUI)
        inlet_fast_build(${target} ui)
        target_link_libraries(${target} PRIVATE Qt6::Widgets)
    else()
        inlet_fast_build(${target} core)
    endif()
    add_test(NAME ${ARG_LABEL}.${domain}.${class} COMMAND ${target})
    set_tests_properties(${ARG_LABEL}.${domain}.${class} PROPERTIES
        LABELS ${ARG_LABEL} TIMEOUT ${ARG_TIMEOUT})
    if(ARG_SERIAL)
        set_tests_properties(${ARG_LABEL}.${domain}.${class} PROPERTIES RUN_SERIAL TRUE)
    endif()
    if(ARG_GUI)
        set_tests_properties(${ARG_LABEL}.${domain}.${class} PROPERTIES
            ENVIRONMENT "QT_QPA_PLATFORM=$ENV{INLET_TEST_PLATFORM}")
    endif()
endfunction()

# A folder that so far has headers only.
function(inlet_add_interface_module name)
    cmake_parse_arguments(ARG "" "" "DEPENDS" ${ARGN})
    add_library(inlet_${name} INTERFACE)
    add_library(Inlet::${name} ALIAS inlet_${name})
    target_include_directories(inlet_${name} INTERFACE ${PROJECT_SOURCE_DIR}/core)
    target_link_libraries(inlet_${name} INTERFACE Qt6::Core)
    foreach(dependency IN LISTS ARG_DEPENDS)
        target_link_libraries(inlet_${name} INTERFACE Inlet::${dependency})
    endforeach()
endfunction()
