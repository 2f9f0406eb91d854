# SPDX-License-Identifier: GPL-3.0-or-later
# Compiler and definition settings that hold for every target of ours.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE RelWithDebInfo)
endif()

find_program(INLET_CCACHE ccache)
if(INLET_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
        CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        ${INLET_CCACHE})
    add_compile_options(-fpch-preprocess)
    if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
        # clang has no such switch and needs none.
        set_property(DIRECTORY PROPERTY COMPILE_OPTIONS "")
    endif()
endif()
find_program(INLET_MOLD mold)
if(INLET_MOLD)
    add_link_options(-fuse-ld=mold)
endif()

add_library(inlet_settings INTERFACE)
target_compile_definitions(inlet_settings INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_JAVA_STYLE_ITERATORS
    QT_STRICT_ITERATORS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_CONTEXTLESS_CONNECT
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    INLET_VERSION="${PROJECT_VERSION}")
target_compile_options(inlet_settings INTERFACE
    -Werror -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
    -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wformat=2 -Wimplicit-fallthrough
    -Wundef -Wvla -Wswitch-enum
    # A designated initialiser means exactly that the other members keep their defaults.
    -Wno-missing-field-initializers
    $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wduplicated-branches -Wlogical-op -Wuseless-cast>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_BUILD_TYPE STREQUAL "Debug")
    # With optimisation on, g++ 12 reports null dereferences inside libstdc++ itself.
    target_compile_options(inlet_settings INTERFACE -Wnull-dereference)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_INTERPROCEDURAL_OPTIMIZATION)
    # g++ 12 takes QHash's check of its own size for a real one once it sees the whole program.
    add_link_options(-Wno-alloc-size-larger-than)
endif()
if(INLET_SANITIZE)
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined
        -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
endif()
if(INLET_TSAN)
    add_compile_options(-fsanitize=thread -fno-omit-frame-pointer)
    # g++ 12 finds overflows inside Qt and libstdc++ once the sanitizer's calls stand between; the
    # other presets judge the warnings.
    target_compile_options(inlet_settings INTERFACE -Wno-error)
    add_link_options(-fsanitize=thread)
endif()
if(INLET_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined
        -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
endif()
