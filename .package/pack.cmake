# pack.cmake - packages by CPack.  `cmake --build build --target packages` makes
# all of them: three for Debian, an archive with a static program, the sources.
# The day of the changelog; dates every file of a package, unless the
# environment has SOURCE_DATE_EPOCH.
set(CPACK_SIPCODE_EPOCH 1795824000)

set(CPACK_PACKAGE_NAME sipcode)
set(CPACK_PACKAGE_VENDOR sipcode)
set(CPACK_PACKAGE_CONTACT "sipcode maintainers <maintainers@sipcode.example>")
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_CURRENT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE
  OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
# What differs between the kinds of packages.
set(CPACK_PROJECT_CONFIG_FILE
  ${CMAKE_CURRENT_SOURCE_DIR}/.package/pack-kind.cmake)
set(CPACK_SIPCODE_STATIC ${SIPCODE_STATIC})
if(SIPCODE_STATIC)
  set(CPACK_GENERATOR TGZ)
  set(CPACK_COMPONENTS_ALL program documents)
else()
  set(CPACK_GENERATOR DEB)
  set(CPACK_COMPONENTS_ALL program library development)
endif()
set(CPACK_ARCHIVE_COMPONENT_INSTALL ON)
string(TOLOWER ${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR} SYSTEM)
set(CPACK_PACKAGE_FILE_NAME sipcode-${PROJECT_VERSION}-${SYSTEM})

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS_POLICY ">=")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_SOURCE_DIR}/.package/debian.cmake)
set(CPACK_SIPCODE_FOLDER ${CMAKE_CURRENT_SOURCE_DIR}/.package)

set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME sipcode)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION comm)
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION
  "reference for SIP response codes in a terminal
sipcode says what a SIP response code means, when it is seen and how to fix
what is behind it, tells codes apart, and reads responses and whole logs.
All that it knows is built in, with its sources, in English and Vietnamese.")

set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME libsipcode1)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libs)
# A trigger calls ldconfig.  CPack would write scripts that call it, too, were
# they not named here; since there are none, it adds nothing.
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA
  ${CMAKE_CURRENT_SOURCE_DIR}/.package/triggers
  ${CMAKE_CURRENT_SOURCE_DIR}/.package/none/postinst
  ${CMAKE_CURRENT_SOURCE_DIR}/.package/none/postrm)
set(CPACK_COMPONENT_LIBRARY_DESCRIPTION
  "reference for SIP response codes, as a shared library
The library answers what a SIP response code means, finds responses in logs,
reads messages, and checks responses against their requests.  It allocates
nothing and may be called from any thread.")

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libsipcode-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
  "libsipcode1 (= ${PROJECT_VERSION})")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION
  "reference for SIP response codes, for development
This package has what programs that use libsipcode are built with: the header,
the static library, the files for pkg-config and CMake, and the manual.")

set(CPACK_SOURCE_GENERATOR TGZ)
set(CPACK_SOURCE_PACKAGE_FILE_NAME sipcode-${PROJECT_VERSION})
string(REGEX REPLACE "([][+.*()^$?|\\])" "\\\\\\1" BUILD
  "${CMAKE_CURRENT_BINARY_DIR}")
set(CPACK_SOURCE_IGNORE_FILES "^${BUILD}/" "/\\.git/" "/build[^/]*/" "~$"
  "\\.sw.$")
include(CPack)

# A sub-build each, since a Debian package and a static program are configured
# in other ways than what is installed from here.
add_custom_target(packages
  COMMAND ${CMAKE_COMMAND} -DSOURCE=${CMAKE_CURRENT_SOURCE_DIR}
    -DWORK=${CMAKE_CURRENT_BINARY_DIR}/packages -DEPOCH=${CPACK_SIPCODE_EPOCH}
    -P ${CMAKE_CURRENT_SOURCE_DIR}/.package/packages.cmake VERBATIM)
