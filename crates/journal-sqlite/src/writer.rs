//! The one thread that writes.

use crate::{
    answers::{Answered, Answers},
    checkpoint::Log,
    connection,
    fault::Fault,
    group,
    heads::{Heads, Loaded, TailEntry},
    job::{Job, NotWritten},
    reserve::{self, Reserve},
};
use rusqlite::Connection;
use std::{
    sync::{
        Arc,
        mpsc::{Receiver, RecvTimeoutError},
    },
    time::Duration,
};
use tokio::sync::watch;

/// The most entries of a group, unless one append alone has more. Larger groups gain nothing and make everybody wait longer.
pub(crate) const GROUP: usize = 256;

/// The tail is entered into the lookup when it is as long as this: a read or a start scans it in a few milliseconds.
const TAIL: usize = 4096;

/// A shorter tail is entered when nothing was written for a while, unless it is too short to matter.
const IDLE_TAIL: usize = 256;
const IDLE: Duration = Duration::from_millis(200);

pub(crate) struct Writer {
    connection: Connection,
    heads: Arc<Heads>,
    tail: Vec<TailEntry>,
    /// The length of the tail at which to enter it.
    tail_limit: usize,
    position: i64,
    log: Log,
    reserve: Option<Reserve>,
    answers: Answers,
    stopped: watch::Sender<bool>,
}

impl Writer {
    pub(crate) fn new(
        connection: Connection,
        loaded: Loaded,
        log: Log,
        reserve: Option<Reserve>,
        answers: Answers,
        stopped: watch::Sender<bool>,
    ) -> (Self, Arc<Heads>) {
        let heads = Arc::new(loaded.heads);
        let writer = Self {
            connection,
            heads: Arc::clone(&heads),
            tail: loaded.tail,
            tail_limit: TAIL,
            position: loaded.position,
            log,
            reserve,
            answers,
            stopped,
        };
        (writer, heads)
    }

    /// Writes until it is closed or stopped. Whoever asks after that finds the channel closed.
    pub(crate) fn run(mut self, jobs: &Receiver<Job>) {
        match self.write_all(jobs) {
            Ok(()) => self.close(),
            Err(Fault::NoSpace) => self.stop("no space where there has to be some"),
            Err(Fault::Fatal(error)) => self.stop(&error.to_string()),
        }
    }

    fn write_all(&mut self, jobs: &Receiver<Job>) -> Result<(), Fault> {
        let mut carried = None;
        loop {
            let next = match carried.take() {
                Some(job) => Some(job),
                None => self.wait(jobs)?,
            };
            let first = match next {
                None | Some(Job::Close) => return Ok(()),
                Some(job) => job,
            };
            let group;
            (group, carried) = gather(first, jobs);
            self.commit(group)?;
            if self.tail.len() >= self.tail_limit {
                self.fill_lookup()?;
            }
            self.log.tend(&self.connection).map_err(Fault::Fatal)?;
        }
    }

    fn wait(&mut self, jobs: &Receiver<Job>) -> Result<Option<Job>, Fault> {
        match jobs.recv_timeout(IDLE) {
            Ok(job) => return Ok(Some(job)),
            Err(RecvTimeoutError::Disconnected) => return Ok(None),
            Err(RecvTimeoutError::Timeout) => {}
        }
        if self.tail.len() >= IDLE_TAIL {
            self.fill_lookup()?;
        }
        Ok(jobs.recv().ok())
    }

    /// Commits a group and answers. When there is no room for all, each is tried alone: a large one must not fail small ones.
    fn commit(&mut self, mut jobs: Vec<Job>) -> Result<(), Fault> {
        if !self.has_room_for_changes(&jobs)? {
            let (accesses, changes): (Vec<_>, Vec<_>) = jobs.into_iter().partition(Job::is_access);
            changes
                .into_iter()
                .for_each(|job| job.refuse(NotWritten::NoSpace));
            jobs = accesses;
        }
        if jobs.is_empty() {
            return Ok(());
        }
        match group::write(&self.connection, &jobs, &self.heads, self.position) {
            Ok(staged) => {
                self.heads.change().extend(staged.heads);
                self.tail.extend(staged.tail);
                self.position = staged.position;
                self.answers.send(Answered {
                    jobs,
                    answers: staged.answers,
                });
                Ok(())
            }
            Err(Fault::NoSpace) if jobs.len() > 1 => {
                jobs.into_iter().try_for_each(|job| self.commit(vec![job]))
            }
            Err(Fault::NoSpace) if self.makes_room_for(&jobs)? => self.commit(jobs),
            Err(Fault::NoSpace) => {
                tracing::warn!("no space is left on the disk: a write was refused");
                jobs.drain(..)
                    .for_each(|job| job.refuse(NotWritten::NoSpace));
                Ok(())
            }
            Err(Fault::Fatal(error)) => {
                self.stop(&error.to_string());
                jobs.drain(..)
                    .for_each(|job| job.refuse(NotWritten::Stopped));
                Err(Fault::Fatal(error))
            }
        }
    }

    /// Whether changes may be written, where there are some: not in room that belongs to accesses.
    fn has_room_for_changes(&mut self, jobs: &[Job]) -> Result<bool, Fault> {
        match &mut self.reserve {
            Some(reserve) if !reserve.is_whole() && !jobs.iter().all(Job::is_access) => {
                reserve.take_back().map_err(|error| Fault::of_file(&error))
            }
            _ => Ok(true),
        }
    }

    /// Gives up a piece of what is kept for accesses, where all of this is some.
    fn makes_room_for(&mut self, jobs: &[Job]) -> Result<bool, Fault> {
        let Some(reserve) = &mut self.reserve else {
            return Ok(false);
        };
        let is_made = jobs.iter().all(Job::is_access)
            && reserve.give_up().map_err(|error| Fault::of_file(&error))?;
        if is_made {
            reserve::shorten_log(&self.connection)?;
        }
        Ok(is_made)
    }

    fn fill_lookup(&mut self) -> Result<(), Fault> {
        match group::fill_lookup(&self.connection, &mut self.tail, self.position, &self.heads) {
            Ok(()) => {
                self.tail.clear();
                self.tail_limit = TAIL;
                Ok(())
            }
            // The tail does as well, only slower.
            Err(Fault::NoSpace) => {
                self.tail_limit = self.tail.len() + TAIL;
                Ok(())
            }
            Err(fatal) => Err(fatal),
        }
    }

    fn stop(&mut self, why: &str) {
        if self.stopped.send_replace(true) {
            return;
        }
        tracing::error!("the journal stops: {why}");
        // What is in the log stays there: the next start reads what the disk really has.
        if let Err(error) = connection::leave_log(&self.connection) {
            tracing::error!("the log may be copied although the journal has stopped: {error}");
        }
    }

    fn close(mut self) {
        if *self.stopped.borrow() {
            return;
        }
        if !self.tail.is_empty()
            && let Err(Fault::Fatal(error)) = self.fill_lookup()
        {
            self.stop(&error.to_string());
            return;
        }
        if let Err(error) = self.log.end(&self.connection) {
            self.stop(&error.to_string());
        }
    }
}

/// Takes what waits, up to the size of a group. What would make it larger is carried over.
fn gather(first: Job, jobs: &Receiver<Job>) -> (Vec<Job>, Option<Job>) {
    let mut weight = first.weight();
    let mut group = vec![first];
    while weight < GROUP {
        let Ok(job) = jobs.try_recv() else { break };
        weight += job.weight();
        if weight > GROUP || matches!(job, Job::Close) {
            return (group, Some(job));
        }
        group.push(job);
    }
    (group, None)
}
