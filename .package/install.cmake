# install.cmake - what goes where.  Components: program, library (what a linked
# program needs), development, documents.
include(CMakePackageConfigHelpers)

install(TARGETS sipcode
  RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
# The page of the library goes where its header goes.
foreach(SECTION 1 3 5)
  if(SECTION EQUAL 3)
    set(COMPONENT development)
  else()
    set(COMPONENT program)
  endif()
  foreach(FOLDER man man/vi)
    if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${FOLDER}/sipcode.${SECTION})
      string(REPLACE "man" "${CMAKE_INSTALL_MANDIR}" TO ${FOLDER})
      install(FILES ${FOLDER}/sipcode.${SECTION}
        DESTINATION ${TO}/man${SECTION} COMPONENT ${COMPONENT})
    endif()
  endforeach()
endforeach()
install(FILES LICENSE README.md
  DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT documents)

install(TARGETS ${SIPCODE_LIBRARIES} EXPORT sipcode-targets
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library
  NAMELINK_COMPONENT development)
install(FILES include/sipcode.h
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)

# For pkg-config and find_package(sipcode), wherever the files are moved to.
set(CONFIG ${CMAKE_INSTALL_LIBDIR}/cmake/sipcode)
file(RELATIVE_PATH UP "/prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/prefix")
string(REGEX REPLACE "/$" "" UP "${UP}")
configure_file(.package/sipcode.pc.in sipcode.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/sipcode.pc
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)
install(EXPORT sipcode-targets NAMESPACE sipcode::
  DESTINATION ${CONFIG} COMPONENT development)
configure_package_config_file(.package/sipcode-config.cmake.in
  ${CMAKE_CURRENT_BINARY_DIR}/sipcode-config.cmake
  INSTALL_DESTINATION ${CONFIG})
write_basic_package_version_file(
  ${CMAKE_CURRENT_BINARY_DIR}/sipcode-config-version.cmake
  COMPATIBILITY SameMajorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/sipcode-config.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/sipcode-config-version.cmake
  DESTINATION ${CONFIG} COMPONENT development)

if(SIPCODE_ALONE)
  add_custom_target(uninstall
    COMMAND ${CMAKE_COMMAND} -DMANIFEST=${CMAKE_BINARY_DIR}/install_manifest.txt
      -P ${CMAKE_CURRENT_SOURCE_DIR}/.package/uninstall.cmake VERBATIM)
endif()
