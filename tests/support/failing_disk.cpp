#include "support/failing_disk.h"

#include <sqlite3.h>

#include <cstddef>
#include <new>

namespace greffier {
namespace {

using Deed = FailingDisk::Deed;

struct Plan {
  Deed deed = Deed::write;
  unsigned left = 0;
  int code = SQLITE_OK;
  bool failed = false;
};
Plan plan;  // of the one disk that lives

// SQLITE_OK, or the code with which this deed fails.
int outcome(Deed deed) {
  if (plan.code == SQLITE_OK || deed != plan.deed) return SQLITE_OK;
  if (plan.left > 0) return --plan.left, SQLITE_OK;
  plan.failed = true;
  return plan.code;
}

struct File {
  sqlite3_file base;
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

sqlite3_file* real(sqlite3_file* file) { return reinterpret_cast<File*>(file)->real(); }
const sqlite3_io_methods& methods(sqlite3_file* file) { return *real(file)->pMethods; }

int close(sqlite3_file* f) { return methods(f).xClose(real(f)); }
int read(sqlite3_file* f, void* to, int size, sqlite3_int64 at) {
  const int code = outcome(Deed::read);
  return code != SQLITE_OK ? code : methods(f).xRead(real(f), to, size, at);
}
int write(sqlite3_file* f, const void* from, int size, sqlite3_int64 at) {
  const int code = outcome(Deed::write);
  return code != SQLITE_OK ? code : methods(f).xWrite(real(f), from, size, at);
}
int truncate(sqlite3_file* f, sqlite3_int64 size) { return methods(f).xTruncate(real(f), size); }
int sync(sqlite3_file* f, int flags) {
  const int code = outcome(Deed::sync);
  return code != SQLITE_OK ? code : methods(f).xSync(real(f), flags);
}
int file_size(sqlite3_file* f, sqlite3_int64* size) { return methods(f).xFileSize(real(f), size); }
int lock(sqlite3_file* f, int level) { return methods(f).xLock(real(f), level); }
int unlock(sqlite3_file* f, int level) { return methods(f).xUnlock(real(f), level); }
int check_reserved(sqlite3_file* f, int* out) { return methods(f).xCheckReservedLock(real(f), out); }
int file_control(sqlite3_file* f, int op, void* arg) { return methods(f).xFileControl(real(f), op, arg); }
int sector_size(sqlite3_file* f) { return methods(f).xSectorSize(real(f)); }
int characteristics(sqlite3_file* f) { return methods(f).xDeviceCharacteristics(real(f)); }
int shm_map(sqlite3_file* f, int page, int size, int extend, void volatile** out) {
  return methods(f).xShmMap(real(f), page, size, extend, out);
}
int shm_lock(sqlite3_file* f, int offset, int n, int flags) { return methods(f).xShmLock(real(f), offset, n, flags); }
void shm_barrier(sqlite3_file* f) { methods(f).xShmBarrier(real(f)); }
int shm_unmap(sqlite3_file* f, int remove) { return methods(f).xShmUnmap(real(f), remove); }

constexpr sqlite3_io_methods kMethods = {
    2,         close,          read,         write,       truncate,        sync,    file_size, lock,
    unlock,    check_reserved, file_control, sector_size, characteristics, shm_map, shm_lock,  shm_barrier,
    shm_unmap, nullptr,        nullptr};

sqlite3_vfs* system_disk = nullptr;
sqlite3_vfs disk;

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out) {
  const int code = system_disk->xOpen(system_disk, name, real(file), flags, out);
  file->pMethods = real(file)->pMethods != nullptr ? &kMethods : nullptr;
  return code;
}

}  // namespace

FailingDisk::FailingDisk() {
  plan = {};
  system_disk = sqlite3_vfs_find(nullptr);
  disk = *system_disk;
  disk.szOsFile = static_cast<int>(sizeof(File)) + system_disk->szOsFile;
  disk.zName = "failing-disk";
  disk.xOpen = open;
  sqlite3_vfs_register(&disk, 1);
}

FailingDisk::~FailingDisk() {
  sqlite3_vfs_unregister(&disk);
  sqlite3_vfs_register(system_disk, 1);
}

void FailingDisk::fail(Deed deed, unsigned after, int code) { plan = {deed, after, code, false}; }
void FailingDisk::heal() { plan.code = SQLITE_OK; }
bool FailingDisk::failed() const { return plan.failed; }

}  // namespace greffier
