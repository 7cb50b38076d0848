//! Opens a data folder.

use crate::{
    answers::Answers,
    check::{Check, Checking},
    checkpoint::Log,
    connection,
    engine::{Running, SqliteJournal},
    fault::is_damage,
    heads::{self, LoadError},
    migrate::{MigrateError, migrate},
    readers::Readers,
    reserve::Reserve,
    sound,
    writer::Writer,
};
use std::{
    fs::{self, File, TryLockError},
    io,
    path::{Path, PathBuf},
    sync::{Mutex, mpsc},
    thread,
};
use tokio::{runtime::Handle, sync::watch};

/// Earlier versions can lose a commit in WAL mode: <https://sqlite.org/wal.html#walresetbug>.
const OLDEST_SQLITE: i32 = 3_051_003;

const LOCK: &str = "patients.lock";
pub(crate) const DATABASE: &str = "patients.db";

/// How to open a journal.
#[derive(Default)]
pub struct OpenOptions {
    /// Bytes on the disk that are kept for accesses, for when it is full: without them, nothing could be looked at then, since a look
    /// is journalled before what was looked at leaves. Changes are refused until all of them are kept again. 0 keeps none.
    pub reserve_bytes: u64,
    /// Whether and how to check all streams in the background.
    pub check: Option<Check>,
}

/// Why a data folder cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Another process has it open.
    #[error("{} is in use by another process: stop that one first", dir.display())]
    InUse {
        /// The data folder.
        dir: PathBuf,
    },
    /// This program was built with a version of SQLite that can lose data.
    #[error("SQLite {version} can lose a commit; 3.51.3 or newer is needed")]
    OldSqlite {
        /// The version that it was built with.
        version: &'static str,
    },
    /// A newer version of Patients has written it.
    #[error("{} was written by a newer version of Patients ({reason})", dir.display())]
    Newer {
        /// The data folder.
        dir: PathBuf,
        /// What is newer.
        reason: String,
    },
    /// The database is damaged.
    #[error("the database in {dir} is damaged ({reason}); to see what is affected, run: patients verify --data {dir}", dir = dir.display())]
    Damaged {
        /// The data folder.
        dir: PathBuf,
        /// What was found.
        reason: String,
    },
    /// The folder or the database cannot be used now: no permission, no space, no such disk.
    #[error("the database in {} cannot be opened: {reason}", dir.display())]
    Unavailable {
        /// The data folder.
        dir: PathBuf,
        /// Why not.
        reason: String,
    },
}

/// What went wrong, before it is said of which folder.
enum Failure {
    Damaged(String),
    Newer(String),
    Unavailable(String),
}

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        if is_damage(&error) {
            Failure::Damaged(error.to_string())
        } else {
            Failure::Unavailable(error.to_string())
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure::Unavailable(error.to_string())
    }
}

impl From<MigrateError> for Failure {
    fn from(error: MigrateError) -> Self {
        match error {
            MigrateError::Newer(reason) => Failure::Newer(reason),
            MigrateError::Damaged(reason) => Failure::Damaged(reason),
            MigrateError::Failed(reason) => Failure::Unavailable(reason),
        }
    }
}

impl From<LoadError> for Failure {
    fn from(error: LoadError) -> Self {
        match error {
            LoadError::Sqlite(error) => error.into(),
            LoadError::Damaged(reason) => Failure::Damaged(reason),
        }
    }
}

impl SqliteJournal {
    /// Opens the journal in a data folder, and makes what is not there: the folder, the file `patients.db`, its tables. Blocks
    /// for as long as the disk needs. Has to be called in a tokio runtime, which the journal then lives in.
    ///
    /// # Errors
    /// See [`OpenError`]. Nothing keeps running.
    pub fn open(dir: &Path, options: OpenOptions) -> Result<Self, OpenError> {
        if rusqlite::version_number() < OLDEST_SQLITE {
            let version = rusqlite::version();
            return Err(OpenError::OldSqlite { version });
        }
        let failed = |failure| {
            let dir = dir.to_owned();
            match failure {
                Failure::Damaged(reason) => OpenError::Damaged { dir, reason },
                Failure::Newer(reason) => OpenError::Newer { dir, reason },
                Failure::Unavailable(reason) => OpenError::Unavailable { dir, reason },
            }
        };
        let lock = match lock(dir) {
            Ok(lock) => lock,
            Err(TryLockError::WouldBlock) => {
                let dir = dir.to_owned();
                return Err(OpenError::InUse { dir });
            }
            Err(TryLockError::Error(error)) => return Err(failed(error.into())),
        };
        start(dir, options, lock).map_err(failed)
    }
}

fn lock(dir: &Path) -> Result<File, TryLockError> {
    make_folder(dir).map_err(TryLockError::Error)?;
    let lock = private_file(&dir.join(LOCK)).map_err(TryLockError::Error)?;
    lock.try_lock()?;
    Ok(lock)
}

fn start(dir: &Path, options: OpenOptions, lock: File) -> Result<SqliteJournal, Failure> {
    let file = dir.join(DATABASE);
    if !file.try_exists()? {
        private_file(&file)?.sync_all()?;
        sync_names(dir)?;
    }
    let runtime = Handle::try_current().map_err(|error| Failure::Unavailable(error.to_string()))?;
    let mut reserve = match options.reserve_bytes {
        0 => None,
        wanted => Some(Reserve::open(dir, wanted)?),
    };
    let mut connection = connection::open_writer(&file)?;
    if let Some(fault) = sound::find_fault(&connection)? {
        return Err(Failure::Damaged(fault));
    }
    migrate(&mut connection)?;
    let loaded = heads::load(&connection)?;

    let (jobs, asked) = mpsc::channel();
    let log = Log::begin(&mut connection)?;
    let answers = Answers::begin(&runtime);
    let (stop, stopped) = watch::channel(false);
    if let Some(reserve) = &mut reserve
        && !reserve.take_back()?
    {
        tracing::warn!("the disk is full: changes are refused until there is room");
    }
    let (writer, heads) = Writer::new(connection, loaded, log, reserve, answers, stop);
    let checking = options
        .check
        .map(|check| Checking::begin(check, file.clone(), heads.clone()))
        .transpose()?;
    let writer = thread::Builder::new()
        .name("journal-writer".to_owned())
        .spawn(move || writer.run(&asked))?;
    Ok(SqliteJournal {
        jobs,
        heads,
        readers: Readers::new(file),
        stopped,
        running: Mutex::new(Some(Running {
            writer,
            checking,
            _lock: lock,
        })),
    })
}

/// Makes the names of the file and of its folder survive a power failure. A parent that may not be read was not made here.
fn sync_names(dir: &Path) -> io::Result<()> {
    File::open(dir)?.sync_all()?;
    match dir.canonicalize()?.parent().map(File::open) {
        Some(Ok(parent)) => parent.sync_all(),
        Some(Err(_)) | None => Ok(()),
    }
}

/// Patients' data is for the account that runs the server, and for nobody else.
fn make_folder(dir: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(dir)
}

fn private_file(path: &Path) -> io::Result<File> {
    let mut options = fs::OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
