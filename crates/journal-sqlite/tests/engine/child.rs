//! Runs a test of this binary as a process of its own, to do to it what would end the tests.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

const DIR: &str = "JOURNAL_TEST_DIR";

/// A command that runs the test `name` on a data folder. What it prints can be read.
pub(crate) fn child(name: &str, dir: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args([name, "--exact", "--nocapture"])
        .env(DIR, dir)
        .stdout(Stdio::piped());
    command
}

/// Whether this process was begun by [`child`]: only then does such a test have something to do.
pub(crate) fn is_child() -> bool {
    std::env::var_os(DIR).is_some()
}

/// The data folder that the parent has given.
pub(crate) fn dir() -> PathBuf {
    std::env::var_os(DIR)
        .expect("run by another test, which says where")
        .into()
}
