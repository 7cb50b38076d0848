//! Re-reads everything slowly while the server runs, so that damage is found before somebody needs the entry.

use crate::{connection, heads::Heads, read};
use journal::{Damage, ReadError, StreamId};
use std::{
    collections::HashSet,
    io,
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

/// How many entries are read at a time: little enough to disturb nobody.
const PAGE: usize = 100;

/// The pause after everything was read once.
const PAUSE: Duration = Duration::from_secs(600);

/// A check of all streams in the background.
pub struct Check {
    /// How fast it reads. 1,000 take about one hundredth of a core.
    pub entries_per_second: u32,
    /// Told of the first damage of each stream, once.
    pub report: Box<dyn Fn(Damage) + Send>,
}

/// A running check. It ends when this is dropped.
pub(crate) struct Checking {
    end: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Checking {
    pub(crate) fn begin(check: Check, file: PathBuf, heads: Arc<Heads>) -> io::Result<Self> {
        let (end, ended) = channel();
        let reader = Reader {
            file,
            heads,
            pause: Duration::from_secs(1) * u32::try_from(PAGE).unwrap_or(u32::MAX)
                / check.entries_per_second.max(1),
            report: check.report,
            ended,
            damaged: HashSet::new(),
        };
        let thread = thread::Builder::new()
            .name("journal-check".to_owned())
            .spawn(move || reader.run())?;
        Ok(Self {
            end: Some(end),
            thread: Some(thread),
        })
    }
}

impl Drop for Checking {
    fn drop(&mut self) {
        self.end.take();
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the background check of the journal has panicked");
        }
    }
}

struct Reader {
    file: PathBuf,
    heads: Arc<Heads>,
    pause: Duration,
    report: Box<dyn Fn(Damage) + Send>,
    ended: Receiver<()>,
    damaged: HashSet<StreamId>,
}

/// The check is to end.
struct Ended;

impl Reader {
    fn run(mut self) {
        while self.read_all().is_ok() && self.wait(PAUSE).is_ok() {}
    }

    fn wait(&self, time: Duration) -> Result<(), Ended> {
        match self.ended.recv_timeout(time) {
            Err(RecvTimeoutError::Timeout) => Ok(()),
            Ok(()) | Err(RecvTimeoutError::Disconnected) => Err(Ended),
        }
    }

    fn read_all(&mut self) -> Result<(), Ended> {
        let mut connection = match connection::open_reader(&self.file) {
            Ok(connection) => connection,
            Err(error) => {
                tracing::warn!("the background check cannot read the journal: {error}");
                return Ok(());
            }
        };
        for stream in self.heads.streams() {
            let mut after = 0;
            while !self.damaged.contains(&stream)
                && let Some(head) = self.heads.find(stream)
                && after < head.link.sequence
            {
                self.wait(self.pause)?;
                match read::entries(&mut connection, stream, head, after, PAGE) {
                    Ok(entries) => after += entries.len() as u64,
                    Err(ReadError::Damaged(damage)) => {
                        tracing::error!("the journal is damaged: {damage}");
                        self.damaged.insert(stream);
                        (self.report)(damage);
                    }
                    Err(ReadError::Unavailable { reason }) => {
                        tracing::warn!("the background check cannot read the journal: {reason}");
                        break;
                    }
                }
            }
        }
        Ok(())
    }
}
