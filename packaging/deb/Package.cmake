# What CPack writes into the control files of chinwag-server.

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME chinwag)
set(CPACK_PACKAGE_VENDOR "Chinwag")
set(CPACK_PACKAGE_CONTACT "Chinwag maintainers <maintainers@chinwag.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "self-hosted real-time chat server")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_COMPONENTS_ALL server)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(CPACK_DEBIAN_SERVER_PACKAGE_NAME chinwag-server)
# The stand-alone tool comes first for machines that have no systemd, such as containers.
set(CPACK_DEBIAN_SERVER_PACKAGE_DEPENDS
    "init-system-helpers (>= 1.62), systemd-standalone-sysusers | systemd-sysusers")
set(CPACK_DEBIAN_SERVER_DESCRIPTION
"Chinwag serves a chat page and its WebSocket traffic on one port, from one
program that needs no configuration to begin with. It bounds what a client can
cost, reports metrics for Prometheus, and works with systemd's readiness,
watchdog and socket activation.

After installation it listens on 127.0.0.1:8000; /etc/chinwag/chinwag.toml
says where else.")
set(CPACK_DEBIAN_SERVER_PACKAGE_CONTROL_EXTRA
    "${CMAKE_CURRENT_LIST_DIR}/conffiles"
    "${CMAKE_CURRENT_LIST_DIR}/postinst"
    "${CMAKE_CURRENT_LIST_DIR}/prerm"
    "${CMAKE_CURRENT_LIST_DIR}/postrm")

include(CPack)
