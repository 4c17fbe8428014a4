# packages.cmake - makes all packages of SOURCE in the folder WORK.
file(REMOVE_RECURSE ${WORK})
file(MAKE_DIRECTORY ${WORK})
if(NOT DEFINED ENV{SOURCE_DATE_EPOCH})
  set(ENV{SOURCE_DATE_EPOCH} ${EPOCH})
endif()
include(ProcessorCount)
ProcessorCount(CPUS)
if(CPUS EQUAL 0)
  set(CPUS 1)
endif()

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE STATUS)
  if(NOT STATUS EQUAL 0)
    string(REPLACE ";" " " CALL "${ARGN}")
    message(FATAL_ERROR "${CALL}: ${STATUS}")
  endif()
endfunction()

# Calls CPack in a folder.  It gives files of its own the permissions that the
# mask of the user leaves.
function(cpack FOLDER)
  run(sh -c "umask 022 && cd \"$1\" && shift && exec \"$@\"" sh ${FOLDER}
    ${CMAKE_CPACK_COMMAND} ${ARGN})
endfunction()

# Builds in the folder NAME and packs what CPack's options say.
set(HERE ${CMAKE_CURRENT_LIST_DIR})
function(pack NAME OPTIONS CPACK)
  set(BUILD ${WORK}/${NAME})
  run(${CMAKE_COMMAND} -S ${SOURCE} -B ${BUILD} -DCMAKE_BUILD_TYPE=Release
    -DCMAKE_INSTALL_PREFIX=/usr -DSIPCODE_TESTS=OFF -DSIPCODE_COMPLETE=ON
    ${OPTIONS})
  run(${CMAKE_COMMAND} --build ${BUILD} --parallel ${CPUS})
  cpack(${BUILD} ${CPACK} -B ${BUILD}/out)
  file(GLOB MADE ${BUILD}/out/*.deb)
  if(MADE)
    run(${HERE}/repack-deb.sh ${MADE})
  endif()
  file(COPY ${MADE} DESTINATION ${WORK})
endfunction()

# CPack puts files into an archive in the order in which a folder has them, with
# the permissions that they have: the same sources give other bytes on another
# disk.
find_program(TAR NAMES gtar tar)
set(SAME --sort=name --mtime=@$ENV{SOURCE_DATE_EPOCH} --owner=0 --group=0
  --numeric-owner --mode=u=rwX,go=rX --format=gnu)
function(repack FOLDER)
  file(GLOB FILE ${FOLDER}/*.tar.gz)
  get_filename_component(NAME ${FILE} NAME)
  string(REPLACE ".tar.gz" "" NAME ${NAME})
  run(${CMAKE_COMMAND} -E chdir ${FOLDER} ${TAR} -xzf ${FILE})
  run(${CMAKE_COMMAND} -E chdir ${FOLDER} ${TAR} ${SAME} -cf ${NAME}.tar ${NAME})
  run(gzip -9nf ${FOLDER}/${NAME}.tar)
  file(COPY ${FILE} DESTINATION ${WORK})
endfunction()

pack(debian "" "-G;DEB")
# The start of a program costs least with musl.
find_program(MUSL NAMES musl-gcc)
set(OPTIONS -DSIPCODE_STATIC=ON)
if(MUSL)
  list(APPEND OPTIONS -DCMAKE_C_COMPILER=${MUSL})
endif()
pack(static "${OPTIONS}" "-G;TGZ")
repack(${WORK}/static/out)
cpack(${WORK}/.. --config CPackSourceConfig.cmake -B ${WORK}/static/source)
repack(${WORK}/static/source)
file(REMOVE_RECURSE ${WORK}/debian ${WORK}/static)
file(GLOB MADE ${WORK}/*)
foreach(FILE ${MADE})
  message(STATUS "Made ${FILE}")
endforeach()
