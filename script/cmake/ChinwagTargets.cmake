# One interface target carries the flags; one function makes each kind of target.

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
set(CMAKE_CXX_EXTENSIONS OFF)

find_program(CHINWAG_CCACHE ccache)
if(CHINWAG_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # A checkout in another directory, a git worktree say, is to find what this one has compiled.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        env "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}" CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros
        "${CHINWAG_CCACHE}")
endif()

add_library(chinwag_flags INTERFACE)
target_compile_features(chinwag_flags INTERFACE cxx_std_20)
target_compile_options(chinwag_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual
    $<$<BOOL:${CHINWAG_WARNINGS_AS_ERRORS}>:-Werror>
    $<$<CONFIG:Debug>:-D_GLIBCXX_ASSERTIONS>
    -fstack-protector-strong
    $<$<CONFIG:Release>:-D_FORTIFY_SOURCE=2>)
target_compile_definitions(chinwag_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_NO_KEYWORDS
    QT_NO_URL_CAST_FROM_STRING QT_USE_QSTRINGBUILDER)
target_link_options(chinwag_flags INTERFACE -Wl,-z,relro,-z,now)

# Some two hundred test programs are linked; lld takes half the time for one.
find_program(CHINWAG_LLD ld.lld DOC "The linker of debug builds, where it is there")
if(CHINWAG_LLD)
    target_link_options(chinwag_flags INTERFACE $<$<CONFIG:Debug>:-fuse-ld=lld>)
endif()

if(CHINWAG_SANITIZER)
    set(chinwag_sanitizers "${CHINWAG_SANITIZER}")
    if(CHINWAG_SANITIZER STREQUAL "address")
        set(chinwag_sanitizers "address,undefined")
    endif()
    target_compile_options(chinwag_flags INTERFACE
        -fsanitize=${chinwag_sanitizers} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(chinwag_flags INTERFACE -fsanitize=${chinwag_sanitizers})
endif()

# A room of the server: a static library, included as "room/Class.h".
#   chinwag_room(hub SOURCES Hub.cpp ... LINKS chinwag::protocol)
# LINKS are the rooms and libraries it may use; tests/unit checks that its includes say the same.
# A room WITHOUT_QT is compiled without its headers and its flags.
function(chinwag_room name)
    cmake_parse_arguments(ROOM "MOC;WITHOUT_QT" "" "SOURCES;LINKS" ${ARGN})
    add_library(chinwag_${name} STATIC ${ROOM_SOURCES})
    add_library(chinwag::${name} ALIAS chinwag_${name})
    target_include_directories(chinwag_${name} PUBLIC "${PROJECT_SOURCE_DIR}/server")
    target_link_libraries(chinwag_${name} PUBLIC ${ROOM_LINKS} PRIVATE chinwag_flags)
    if(ROOM_MOC)
        set_target_properties(chinwag_${name} PROPERTIES AUTOMOC ON)
    endif()
    if(NOT ROOM_WITHOUT_QT)
        chinwag_precompile(chinwag_${name})
    endif()
endfunction()

# A program: chinwag_program(chinwagd SOURCES main.cpp LINKS chinwag::app)
function(chinwag_program name)
    cmake_parse_arguments(PROGRAM "" "" "SOURCES;LINKS" ${ARGN})
    add_executable(${name} ${PROGRAM_SOURCES})
    target_link_libraries(${name} PRIVATE ${PROGRAM_LINKS} chinwag_flags)
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
endfunction()

# Builds the tests that carry the label unit, and what they need: all that is run under AddressSanitizer.
add_custom_target(chinwag_unit_tests)

# A QtTest program that ctest runs: chinwag_test(tst_frame_reader SOURCES ... LINKS chinwag::net LABELS unit)
function(chinwag_test name)
    cmake_parse_arguments(TEST "" "TIMEOUT" "SOURCES;LINKS;LABELS;DEPENDS" ${ARGN})
    if(NOT TEST_TIMEOUT)
        set(TEST_TIMEOUT 120)
    endif()
    add_executable(${name} ${TEST_SOURCES})
    target_link_libraries(${name} PRIVATE ${TEST_LINKS} Qt6::Test chinwag_flags)
    set_target_properties(${name} PROPERTIES AUTOMOC ON UNITY_BUILD OFF)
    chinwag_precompile(${name})
    # Almost always empty, since a test includes what moc makes of it.
    set_source_files_properties("${CMAKE_CURRENT_BINARY_DIR}/${name}_autogen/mocs_compilation.cpp"
        PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
    if(TEST_DEPENDS)
        add_dependencies(${name} ${TEST_DEPENDS})
    endif()
    if("unit" IN_LIST TEST_LABELS)
        add_dependencies(chinwag_unit_tests ${name})
    endif()
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES
        LABELS "${TEST_LABELS}" TIMEOUT ${TEST_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;CHINWAG_TEST_BIN=${CMAKE_RUNTIME_OUTPUT_DIRECTORY};CHINWAG_TEST_SOURCE=${PROJECT_SOURCE_DIR}")
endfunction()
