# Most of the time that a source takes to compile goes into the headers of Qt and of the standard library. Those
# that many of ours include are compiled once. A source still includes what it uses: clang-tidy and clazy read it
# without these, and so does a build with -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON.

set(chinwag_common_headers
    <algorithm> <array> <chrono> <deque> <functional> <map> <memory> <mutex> <optional> <span> <string> <string_view>
    <unordered_map> <utility> <variant> <vector>
    <QtCore/QAbstractItemModel> <QtCore/QByteArray> <QtCore/QCoreApplication> <QtCore/QDateTime> <QtCore/QDir>
    <QtCore/QElapsedTimer> <QtCore/QFile> <QtCore/QFuture> <QtCore/QHash> <QtCore/QJsonArray>
    <QtCore/QJsonDocument> <QtCore/QJsonObject> <QtCore/QList> <QtCore/QLoggingCategory> <QtCore/QMap>
    <QtCore/QObject> <QtCore/QPointer> <QtCore/QString> <QtCore/QStringList> <QtCore/QTimer> <QtCore/QUrl>
    <QtCore/QVariant>)

# One target compiles them; those that use what comes of it are compiled in the same way.
file(GENERATE OUTPUT "${PROJECT_BINARY_DIR}/precompiled.cpp" CONTENT "// A target needs a source.\n")
add_library(chinwag_precompiled OBJECT "${PROJECT_BINARY_DIR}/precompiled.cpp")
target_link_libraries(chinwag_precompiled PRIVATE Qt6::Core chinwag_flags)
target_compile_options(chinwag_precompiled PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
target_precompile_headers(chinwag_precompiled PRIVATE ${chinwag_common_headers})

# For a target that uses Qt. Further headers are compiled for it alone, together with the common ones.
#   chinwag_precompile(chinwag_sdk)
#   chinwag_precompile(chinwag_admin <QtWidgets/QtWidgets>)
function(chinwag_precompile target)
    if(ARGN)
        target_precompile_headers(${target} PRIVATE ${chinwag_common_headers} ${ARGN})
    else()
        target_precompile_headers(${target} REUSE_FROM chinwag_precompiled)
    endif()
    # ccache asks for it.
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endfunction()
