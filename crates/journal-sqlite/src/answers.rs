//! Hands out the answers of a group, which is most of the work of a small append.
//!
//! Waking a task from outside of its runtime costs more than writing its entry. So the writer hands the whole group to one task inside of
//! the runtime, which wakes the others where it is cheap, while the writer is at the next group already.

use crate::{
    group::Answer,
    job::{Job, NotWritten, Refusal},
};
use tokio::{runtime::Handle, sync::mpsc};

/// A group that is durable, with an answer for each job.
pub(crate) struct Answered {
    pub(crate) jobs: Vec<Job>,
    pub(crate) answers: Vec<Answer>,
}

/// The way to those who wait. The task ends with it.
pub(crate) struct Answers(mpsc::UnboundedSender<Answered>);

impl Answers {
    pub(crate) fn begin(runtime: &Handle) -> Self {
        let (send, mut answered) = mpsc::unbounded_channel::<Answered>();
        runtime.spawn(async move {
            while let Some(group) = answered.recv().await {
                group.hand_out();
            }
        });
        Self(send)
    }

    pub(crate) fn send(&self, answered: Answered) {
        // The runtime is being shut down, and the task with it.
        if let Err(mpsc::error::SendError(answered)) = self.0.send(answered) {
            answered.hand_out();
        }
    }
}

impl Answered {
    fn hand_out(self) {
        for (job, answer) in self.jobs.into_iter().zip(self.answers) {
            // Sending fails when nobody waits any more, and then nobody needs the answer.
            let _ = match (job, answer) {
                (Job::Append(_, reply), Answer::Appended(appended)) => {
                    reply.send(Ok(appended)).is_ok()
                }
                (Job::Append(_, reply), Answer::Elsewhere(head)) => {
                    reply.send(Err(Refusal::Elsewhere { head })).is_ok()
                }
                (Job::Records(_, reply) | Job::Snapshot(_, _, reply), Answer::Written) => {
                    reply.send(Ok(())).is_ok()
                }
                (job, _) => {
                    job.refuse(NotWritten::Stopped);
                    false
                }
            };
        }
    }
}
