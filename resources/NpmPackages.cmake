# Packages from npm, installed into the build tree, so that the source tree stays clean and two builds
# never share a node_modules folder.

find_program(CHINWAG_NODE NAMES node nodejs DOC "Node.js 18 or newer, builds and tests the pages")
find_program(CHINWAG_NPM NAMES npm DOC "npm 9 or newer, installs what the pages are built with")

foreach(tool NODE NPM)
    if(NOT CHINWAG_${tool})
        string(TOLOWER ${tool} name)
        message(FATAL_ERROR
            "The pages are built with Node.js, and ${name} was not found. On Debian: apt-get install nodejs npm. "
            "Elsewhere: give its path with -DCHINWAG_${tool}=PATH.")
    endif()
endforeach()

# chinwag_npm_packages(SOURCE_DIR BINARY_DIR STAMP_VARIABLE) installs what SOURCE_DIR/package-lock.json pins
# into BINARY_DIR/node_modules whenever the lock changed. No package's own scripts are run.
function(chinwag_npm_packages source binary stamp_variable)
    set(stamp "${binary}/packages.stamp")
    set(manifests "${source}/package.json" "${source}/package-lock.json" "${source}/.npmrc")
    file(MAKE_DIRECTORY "${binary}")
    add_custom_command(
        OUTPUT "${stamp}"
        COMMAND ${CMAKE_COMMAND} -E copy ${manifests} "${binary}"
        COMMAND "${CHINWAG_NPM}" ci --ignore-scripts --no-progress --loglevel=error
        COMMAND ${CMAKE_COMMAND} -E touch "${stamp}"
        WORKING_DIRECTORY "${binary}"
        DEPENDS ${manifests}
        COMMENT "Installing npm packages of ${source}"
        VERBATIM)
    set(${stamp_variable} "${stamp}" PARENT_SCOPE)
endfunction()
