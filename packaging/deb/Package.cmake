# What CPack writes into the control files of the packages.

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME chinwag)
set(CPACK_PACKAGE_VENDOR "Chinwag")
set(CPACK_PACKAGE_CONTACT "Chinwag maintainers <maintainers@chinwag.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "self-hosted real-time chat server")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_COMPONENTS_ALL ${chinwag_components})
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
    # The drivers of QtSql are plugins, which no linker sees.
    "init-system-helpers (>= 1.62), systemd-standalone-sysusers | systemd-sysusers, libqt6sql6-sqlite")
set(CPACK_DEBIAN_SERVER_PACKAGE_SUGGESTS "libqt6sql6-psql")
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

# Pictures in SVG are read by a plugin, which no linker sees. On Debian 12 it is in the library's package.
set(chinwag_svg_plugin "qt6-svg-plugins | libqt6svg6 (<< 6.6)")

set(CPACK_DEBIAN_ADMIN_PACKAGE_NAME chinwag-admin)
set(CPACK_DEBIAN_ADMIN_PACKAGE_DEPENDS "${chinwag_svg_plugin}")
set(CPACK_DEBIAN_ADMIN_PACKAGE_RECOMMENDS "qt6-translations-l10n")
set(CPACK_DEBIAN_ADMIN_PACKAGE_SUGGESTS "chinwag-server")
set(CPACK_DEBIAN_ADMIN_DESCRIPTION
"A console for the operators of Chinwag chat servers. It shows live what a
server does, lists the connections, sorted and filtered by the server however
many there are, and kicks those who misbehave.")

set(CPACK_DEBIAN_CLIENT_PACKAGE_NAME chinwag)
# As script/bootstrap has them.
set(CHINWAG_QML_MODULES
    qtqml qtqml-models qtqml-workerscript qtquick qtquick-controls qtquick-layouts qtquick-templates qtquick-window)
# QML modules are loaded at run time, and those of Debian 12 do not depend on one another.
list(TRANSFORM CHINWAG_QML_MODULES PREPEND "qml6-module-" OUTPUT_VARIABLE chinwag_client_depends)
# SQLite is reached by a plugin, too.
list(APPEND chinwag_client_depends "${chinwag_svg_plugin}" libqt6sql6-sqlite)
list(JOIN chinwag_client_depends ", " chinwag_client_depends)
set(CPACK_DEBIAN_CLIENT_PACKAGE_DEPENDS "${chinwag_client_depends}")
set(CPACK_DEBIAN_CLIENT_PACKAGE_RECOMMENDS "fonts-noto-color-emoji")
set(CPACK_DEBIAN_CLIENT_DESCRIPTION
"A chat client for Chinwag servers. It keeps what is written while the
connection is away, reads well by day and by night, and fits a window of any
width.")

include(CPack)
