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
    string(REPLACE "man" "${CMAKE_INSTALL_MANDIR}" TO ${FOLDER})
    install(FILES ${FOLDER}/sipcode.${SECTION}
      DESTINATION ${TO}/man${SECTION} COMPONENT ${COMPONENT})
  endforeach()
endforeach()
# The reference is made from the data, in each language that is built in.
if(SIPCODE_LANGUAGES)
  set(TAGS ${SIPCODE_LANGUAGES})
else()
  file(GLOB TAGS CONFIGURE_DEPENDS data/*/labels.rec)
  list(TRANSFORM TAGS REPLACE ".*/([^/]*)/labels.rec" "\\1")
endif()
foreach(TAG ${TAGS})
  set(FOLDER /${TAG})
  if(TAG STREQUAL "en")
    set(FOLDER "")
  endif()
  set(PAGE ${CMAKE_CURRENT_BINARY_DIR}/man${FOLDER}/sipcode.7)
  sipcode_make(manual.${TAG} ${PAGE})
  list(APPEND MADE ${PAGE})
  install(FILES ${PAGE}
    DESTINATION ${CMAKE_INSTALL_MANDIR}${FOLDER}/man7 COMPONENT program)
endforeach()
add_custom_target(sipcode_manual ALL DEPENDS ${MADE})

# Completions: files that the shells read and that never run the program.
set(SHELLS ${CMAKE_CURRENT_BINARY_DIR}/completions)
sipcode_make(bash ${SHELLS}/bash/sipcode)
sipcode_make(zsh ${SHELLS}/zsh/_sipcode)
sipcode_make(fish ${SHELLS}/fish/sipcode.fish)
add_custom_target(sipcode_completions ALL DEPENDS ${SHELLS}/bash/sipcode
  ${SHELLS}/zsh/_sipcode ${SHELLS}/fish/sipcode.fish)
install(FILES ${SHELLS}/bash/sipcode
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
  COMPONENT program)
install(FILES ${SHELLS}/zsh/_sipcode
  DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions COMPONENT program)
install(FILES ${SHELLS}/fish/sipcode.fish
  DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d
  COMPONENT program)

# What the JSON is held against.
set(SCHEMA ${CMAKE_CURRENT_BINARY_DIR}/sipcode.schema.json)
sipcode_make(schema ${SCHEMA})
add_custom_target(sipcode_schema ALL DEPENDS ${SCHEMA})
install(FILES ${SCHEMA}
  DESTINATION ${CMAKE_INSTALL_DATADIR}/sipcode COMPONENT program)
install(FILES LICENSE README.md .package/changelog
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
