# pack-kind.cmake - read by CPack once for each kind of package that it makes.
if(NOT DEFINED ENV{SOURCE_DATE_EPOCH})
  set(ENV{SOURCE_DATE_EPOCH} ${CPACK_SIPCODE_EPOCH})
endif()
if(CPACK_GENERATOR STREQUAL "DEB")
  if(CPACK_SIPCODE_STATIC)
    message(FATAL_ERROR "a Debian package has no static program: configure "
      "with -DSIPCODE_STATIC=OFF")
  endif()
  set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
elseif(CPACK_GENERATOR MATCHES "^T" AND NOT CPACK_INSTALLED_DIRECTORIES)
  if(NOT CPACK_SIPCODE_STATIC)
    message(FATAL_ERROR "an archive is to hold a static program: configure "
      "with -DSIPCODE_STATIC=ON, or build the target `packages`")
  endif()
  set(CPACK_COMPONENT_INCLUDE_TOPLEVEL_DIRECTORY ON)
  set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
  set(CPACK_PACKAGING_INSTALL_PREFIX /)
endif()
