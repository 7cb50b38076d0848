//! The server as a process of its own.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// How long a start or an end may take before a test says that it never came.
const PATIENCE: Duration = Duration::from_secs(60);

/// The binary under test. A test builds none: it would test what nobody runs.
pub fn binary() -> PathBuf {
    if let Some(named) = std::env::var_os("PATIENTS_BIN") {
        return named.into();
    }
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target");
    let built = ["release", "debug"].map(|profile| target.join(profile).join("patients"));
    let when = |path: &PathBuf| path.metadata().and_then(|file| file.modified()).ok();
    let newest = built
        .into_iter()
        .filter(|path| path.exists())
        .max_by_key(when);
    newest.expect("no server was built: run `cargo xtask build`, or name one in PATIENTS_BIN")
}

/// What a subcommand said, and how it ended.
pub fn run(arguments: &[&str]) -> (ExitStatus, String) {
    let output = Command::new(binary())
        .args(arguments)
        .env("NO_COLOR", "1")
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status, String::from_utf8(said).unwrap())
}

/// A server that runs. It is killed when this is dropped.
pub struct Process {
    child: Child,
    pub address: String,
    log: PathBuf,
}

impl Process {
    /// Serves a folder and waits until it does.
    pub fn serve(data: &Path) -> Self {
        Self::serve_with(data, &[])
    }

    pub fn serve_with(data: &Path, environment: &[(&str, &str)]) -> Self {
        match Self::try_serve(data, environment) {
            Ok(process) => process,
            Err((status, said)) => panic!("the server did not start ({status}): {said}"),
        }
    }

    /// # Errors
    /// How it ended, and what it said.
    pub fn try_serve(
        data: &Path,
        environment: &[(&str, &str)],
    ) -> Result<Self, (ExitStatus, String)> {
        let log = data.with_extension(format!("{}.log", uuid::Uuid::now_v7()));
        let said = File::create(&log).unwrap();
        let mut command = Command::new(binary());
        command
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(data)
            .env("NO_COLOR", "1")
            .env_remove("PATIENTS_LOG")
            .envs(environment.iter().copied())
            .stdout(said.try_clone().unwrap())
            .stderr(said)
            .stdin(Stdio::null());
        let mut process = Self {
            child: command.spawn().unwrap(),
            address: String::new(),
            log,
        };
        let begun = Instant::now();
        loop {
            let said = process.said();
            let serving =
                ["serving http://", "serving https://"].map(|begin| said.split_once(begin));
            if let Some((_, rest)) = serving.into_iter().flatten().next() {
                process.address = rest.lines().next().unwrap().trim().to_owned();
                return Ok(process);
            }
            if let Some(status) = process.child.try_wait().unwrap() {
                return Err((status, process.said()));
            }
            assert!(begun.elapsed() < PATIENCE, "it does not start: {said}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Everything that it said so far.
    pub fn said(&self) -> String {
        String::from_utf8_lossy(&std::fs::read(&self.log).unwrap()).into_owned()
    }

    /// The token of the one-time link that an empty server prints.
    pub fn first_link(&self) -> String {
        let said = self.said();
        let (_, rest) = said.split_once("/welcome#").expect("it printed no link");
        rest.lines().next().unwrap().trim().to_owned()
    }

    /// `kill -9`.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Tells it to stop, as a service manager does.
    pub fn stop(mut self) -> ExitStatus {
        self.ask_to_stop();
        self.end()
    }

    pub fn ask_to_stop(&self) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").arg(id).status().unwrap().success());
    }

    /// Waits until it ends by itself.
    pub fn end(&mut self) -> ExitStatus {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(
                begun.elapsed() < PATIENCE,
                "it does not end: {}",
                self.said()
            );
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    pub fn is_running(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended already.
        let _was_running = self.child.kill().is_ok();
        let _is_gone = self.child.wait().is_ok();
        let _is_removed = std::fs::remove_file(&self.log).is_ok();
    }
}

/// Another subcommand that runs until this is dropped, and the first line that it said.
pub struct Running {
    child: Child,
    pub line: String,
}

impl Running {
    pub fn start(arguments: &[&str]) -> Self {
        let mut child = Command::new(binary())
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let mut said = BufReader::new(child.stdout.take().unwrap());
        said.read_line(&mut line).unwrap();
        Self {
            child,
            line: line.trim().to_owned(),
        }
    }

    pub fn demo(data: &Path) -> Self {
        let data = data.to_str().unwrap();
        Self::start(&["demo", "--json", "--listen", "127.0.0.1:0", "--data", data])
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}
