//! A layer between SQLite and the files of this machine: sees every call, lets it through or answers in its stead.
//!
//! Registered as the default VFS of the process, so the code under test needs no hook. Each thread has a watcher of its
//! own, or none; tests run side by side without seeing each other. This is the one module that may use `unsafe`.

#![allow(unsafe_code, reason = "SQLite's VFS is a table of C functions")]

use std::cell::RefCell;
use std::ffi::{CStr, c_char, c_int, c_void};
use std::mem::{align_of, size_of};
use std::ptr;
use std::sync::OnceLock;

use rusqlite::ffi;

/// Kinds of calls that reach the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A file is opened.
    Open,
    /// Bytes are read.
    Read,
    /// Bytes are written.
    Write,
    /// A file is cut to a size.
    Truncate,
    /// Written bytes are made durable.
    Sync,
    /// The size of a file is asked for.
    Size,
    /// The shared index of the log is mapped or made larger.
    Map,
    /// A file is deleted.
    Delete,
    /// The names in a folder are about to be made durable.
    SyncFolder,
}

/// One call.
#[derive(Clone, Copy, Debug)]
pub struct Call<'a> {
    /// What it does.
    pub kind: Kind,
    /// Name of the file, without its folder.
    pub file: &'a str,
    /// Where, in bytes from the start; the new size for [`Kind::Truncate`].
    pub offset: u64,
    /// What is written; empty otherwise.
    pub bytes: &'a [u8],
    /// For [`Kind::Open`]: whether the file is new.
    pub new: bool,
}

/// What becomes of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It goes through to the file.
    Through,
    /// It is not made; SQLite hears this code.
    Answer(c_int),
    /// Half of it takes place: a read gives half its bytes and zeros, a write writes half and says the disk is full.
    Half,
}

type Watcher = Box<dyn FnMut(&Call<'_>) -> Verdict>;

thread_local! {
    static WATCHER: RefCell<Option<Watcher>> = const { RefCell::new(None) };
}

/// Runs `during` with every file call of this thread shown to `watcher` first.
pub fn watched<T>(watcher: impl FnMut(&Call<'_>) -> Verdict + 'static, during: impl FnOnce() -> T) -> T {
    /// Takes the watcher away again, also when `during` panics.
    struct Ended;
    impl Drop for Ended {
        fn drop(&mut self) {
            WATCHER.with_borrow_mut(|place| *place = None);
        }
    }
    register();
    WATCHER.with_borrow_mut(|place| *place = Some(Box::new(watcher)));
    let _ended = Ended;
    during()
}

fn verdict(call: &Call<'_>) -> Verdict {
    WATCHER.with_borrow_mut(|place| place.as_mut().map_or(Verdict::Through, |watcher| watcher(call)))
}

/// A file of ours: SQLite's head, our name for it, and after both the real file.
#[repr(C)]
struct Wrapped {
    head: ffi::sqlite3_file,
    name: *mut String,
}

/// Bytes before the real file, rounded up to what any file needs.
const HEAD: usize = size_of::<Wrapped>().next_multiple_of(align_of::<u128>());

struct Real(*mut ffi::sqlite3_vfs);
// SAFETY: the VFS below is SQLite's own static one, which any thread may use.
unsafe impl Send for Real {}
// SAFETY: as above; it is never written to after registration.
unsafe impl Sync for Real {}

static REAL: OnceLock<Real> = OnceLock::new();
static OPEN_FOLDER: OnceLock<OpenFolder> = OnceLock::new();
type OpenFolder = unsafe extern "C" fn(*const c_char, *mut c_int) -> c_int;

/// Puts the layer in front of the default VFS, once.
pub fn register() {
    REAL.get_or_init(|| {
        // SAFETY: `sqlite3_vfs_find` and `_register` may be called at any time; the new VFS and its name live for
        // ever; the copied table keeps the real VFS's functions for all that is not replaced. The system call that
        // opens a folder has the signature of `OpenFolder` in SQLite's `os_unix.c`.
        unsafe {
            let real = ffi::sqlite3_vfs_find(ptr::null());
            let mut ours = *real;
            ours.szOsFile += c_int::try_from(HEAD).unwrap();
            ours.zName = c"tidemark-tests".as_ptr();
            ours.xOpen = Some(open);
            ours.xDelete = Some(delete);
            ours.pNext = ptr::null_mut();
            assert_eq!(ffi::sqlite3_vfs_register(Box::into_raw(Box::new(ours)), 1), ffi::SQLITE_OK);
            let name = c"openDirectory".as_ptr();
            let former = (*real).xGetSystemCall.unwrap()(real, name).unwrap();
            let former = std::mem::transmute::<unsafe extern "C" fn(), OpenFolder>(former);
            OPEN_FOLDER.get_or_init(|| former);
            let replaced = std::mem::transmute::<OpenFolder, unsafe extern "C" fn()>(open_folder);
            (*real).xSetSystemCall.unwrap()(real, name, Some(replaced));
            Real(real)
        }
    });
}

fn real_vfs() -> *mut ffi::sqlite3_vfs {
    REAL.get().expect("registered before any file is opened").0
}

/// The last part of a path; empty for SQLite's nameless temporary files.
///
/// # Safety
/// `path` is null or a C string.
unsafe fn name_of(path: *const c_char) -> String {
    if path.is_null() {
        return String::new();
    }
    // SAFETY: promised by the caller.
    let path = unsafe { CStr::from_ptr(path) }.to_string_lossy();
    path.rsplit('/').next().unwrap_or_default().to_owned()
}

/// The real file behind one of ours.
///
/// # Safety
/// `file` was made by [`open`].
unsafe fn real(file: *mut ffi::sqlite3_file) -> *mut ffi::sqlite3_file {
    // SAFETY: `szOsFile` asked for `HEAD` bytes and a real file behind them.
    unsafe { file.cast::<u8>().add(HEAD).cast() }
}

/// Shows a call on a file to the watcher.
///
/// # Safety
/// `file` was made by [`open`].
unsafe fn ask(file: *mut ffi::sqlite3_file, kind: Kind, offset: i64, bytes: &[u8]) -> Verdict {
    // SAFETY: promised by the caller; the name lives until `close`.
    let file = unsafe { &*(*file.cast::<Wrapped>()).name };
    verdict(&Call { kind, file, offset: offset.unsigned_abs(), bytes, new: false })
}

/// Calls the same function of the real file.
macro_rules! through {
    ($file:expr, $function:ident($($argument:expr),*)) => {{
        // SAFETY: SQLite calls methods of open files only; the real file was opened by the real VFS, whose table has
        // every function of version 2.
        unsafe {
            let real = real($file);
            (*(*real).pMethods).$function.unwrap()(real $(, $argument)*)
        }
    }};
}

unsafe extern "C" fn open(
    _: *mut ffi::sqlite3_vfs,
    path: *const c_char,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    given: *mut c_int,
) -> c_int {
    // SAFETY: SQLite gives a path or null, and room for `szOsFile` bytes; a null method table tells it that the file
    // is not open, and then it calls nothing on it.
    unsafe {
        let name = name_of(path);
        (*file).pMethods = ptr::null();
        let new = !path.is_null()
            && !std::path::Path::new(CStr::from_ptr(path).to_string_lossy().as_ref()).exists();
        let call = Call { kind: Kind::Open, file: &name, offset: 0, bytes: &[], new };
        if let Verdict::Answer(code) = verdict(&call) {
            return code;
        }
        let vfs = real_vfs();
        let code = (*vfs).xOpen.unwrap()(vfs, path, real(file), flags, given);
        if !(*real(file)).pMethods.is_null() {
            (*file.cast::<Wrapped>()).name = Box::into_raw(Box::new(name));
            (*file).pMethods = &raw const METHODS;
        }
        code
    }
}

unsafe extern "C" fn delete(_: *mut ffi::sqlite3_vfs, path: *const c_char, sync_folder: c_int) -> c_int {
    // SAFETY: SQLite gives a C string, which is passed on as it came.
    unsafe {
        let name = name_of(path);
        let call = Call { kind: Kind::Delete, file: &name, offset: 0, bytes: &[], new: false };
        if let Verdict::Answer(code) = verdict(&call) {
            return code;
        }
        let vfs = real_vfs();
        (*vfs).xDelete.unwrap()(vfs, path, sync_folder)
    }
}

unsafe extern "C" fn open_folder(path: *const c_char, descriptor: *mut c_int) -> c_int {
    // SAFETY: the arguments are passed on as they came.
    unsafe {
        let name = name_of(path);
        let call = Call { kind: Kind::SyncFolder, file: &name, offset: 0, bytes: &[], new: false };
        let _ = verdict(&call);
        OPEN_FOLDER.get().expect("kept at registration")(path, descriptor)
    }
}

unsafe extern "C" fn close(file: *mut ffi::sqlite3_file) -> c_int {
    let code = through!(file, xClose());
    // SAFETY: the name was boxed by `open`, and SQLite closes a file once.
    drop(unsafe { Box::from_raw((*file.cast::<Wrapped>()).name) });
    code
}

unsafe extern "C" fn read(
    file: *mut ffi::sqlite3_file,
    into: *mut c_void,
    length: c_int,
    offset: i64,
) -> c_int {
    // SAFETY: SQLite gives room for `length` bytes.
    match unsafe { ask(file, Kind::Read, offset, &[]) } {
        Verdict::Through => through!(file, xRead(into, length, offset)),
        Verdict::Answer(code) => code,
        Verdict::Half => {
            let _ = through!(file, xRead(into, length, offset));
            let length = usize::try_from(length).unwrap();
            // SAFETY: both halves lie in the `length` bytes SQLite gave.
            unsafe { into.cast::<u8>().add(length / 2).write_bytes(0, length - length / 2) };
            ffi::SQLITE_IOERR_SHORT_READ
        }
    }
}

unsafe extern "C" fn write(
    file: *mut ffi::sqlite3_file,
    from: *const c_void,
    length: c_int,
    offset: i64,
) -> c_int {
    // SAFETY: SQLite gives `length` readable bytes.
    let bytes = unsafe { std::slice::from_raw_parts(from.cast::<u8>(), usize::try_from(length).unwrap()) };
    // SAFETY: `file` is ours, as SQLite calls methods of open files only.
    match unsafe { ask(file, Kind::Write, offset, bytes) } {
        Verdict::Through => through!(file, xWrite(from, length, offset)),
        Verdict::Answer(code) => code,
        Verdict::Half => {
            let _ = through!(file, xWrite(from, length / 2, offset));
            ffi::SQLITE_FULL
        }
    }
}

/// A method that asks the watcher first and otherwise passes its arguments on.
macro_rules! asked {
    ($name:ident, $function:ident, $kind:expr, $offset:expr, ($($argument:ident: $type:ty),*)) => {
        unsafe extern "C" fn $name(file: *mut ffi::sqlite3_file $(, $argument: $type)*) -> c_int {
            // SAFETY: `file` is ours, as SQLite calls methods of open files only.
            match unsafe { ask(file, $kind, $offset, &[]) } {
                Verdict::Answer(code) => code,
                Verdict::Through | Verdict::Half => through!(file, $function($($argument),*)),
            }
        }
    };
}

/// A method that passes its arguments on.
macro_rules! passed {
    ($name:ident, $function:ident, ($($argument:ident: $type:ty),*) $(-> $answer:ty)?) => {
        unsafe extern "C" fn $name(file: *mut ffi::sqlite3_file $(, $argument: $type)*) $(-> $answer)? {
            through!(file, $function($($argument),*))
        }
    };
}

asked!(truncate, xTruncate, Kind::Truncate, size, (size: i64));
asked!(sync, xSync, Kind::Sync, 0, (flags: c_int));
asked!(file_size, xFileSize, Kind::Size, 0, (size: *mut i64));
asked!(map, xShmMap, Kind::Map, 0, (region: c_int, size: c_int, extend: c_int, at: *mut *mut c_void));
passed!(lock, xLock, (level: c_int) -> c_int);
passed!(unlock, xUnlock, (level: c_int) -> c_int);
passed!(is_reserved, xCheckReservedLock, (answer: *mut c_int) -> c_int);
passed!(control, xFileControl, (what: c_int, argument: *mut c_void) -> c_int);
passed!(sector_size, xSectorSize, () -> c_int);
passed!(characteristics, xDeviceCharacteristics, () -> c_int);
passed!(shared_lock, xShmLock, (offset: c_int, count: c_int, flags: c_int) -> c_int);
passed!(barrier, xShmBarrier, ());
passed!(unmap, xShmUnmap, (delete: c_int) -> c_int);

/// Version 2: a log, but no mapping of the database, so that every byte passes [`read`] and [`write`].
static METHODS: ffi::sqlite3_io_methods = ffi::sqlite3_io_methods {
    iVersion: 2,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(is_reserved),
    xFileControl: Some(control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(characteristics),
    xShmMap: Some(map),
    xShmLock: Some(shared_lock),
    xShmBarrier: Some(barrier),
    xShmUnmap: Some(unmap),
    xFetch: None,
    xUnfetch: None,
};
