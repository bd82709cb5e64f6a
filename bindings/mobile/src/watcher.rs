//! Watching long work: how far it is, and breaking it off.

use std::ops::ControlFlow;

use crate::DiaryError;

/// What a watcher answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Next {
    /// Go on.
    GoOn,
    /// Break it off; the call then ends with `Cancelled` and nothing was changed.
    BreakOff,
}

/// Why a watcher could not answer; the work is then broken off.
#[derive(Debug, thiserror::Error, uniffi::Error)]
pub enum WatcherError {
    /// It failed itself.
    #[error("the watcher failed")]
    Failed,
}

// What the foreign side threw is dropped: its text holds a whole stack trace, which is for nobody's screen or log.
impl From<uniffi::UnexpectedUniFFICallbackError> for WatcherError {
    fn from(_: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::Failed
    }
}

/// Is told of the progress of long work, on the thread of the call. Be quick, and do not call the diary from here: it answers
/// `Busy`. A call on another thread waits for the end of the work, so do not wait for one either.
#[uniffi::export(callback_interface)]
pub trait Watcher: Send + Sync {
    /// `done` of `total` steps are done; the size of a step is the work's own. Each number from 0 to `total` may be left out.
    ///
    /// # Errors
    /// `Failed` breaks the work off as `BreakOff` does; the call then ends with `WatcherFailed`.
    fn progress(&self, done: u64, total: u64) -> Result<Next, WatcherError>;
}

/// Runs work under a watcher; without one it goes on to its end.
pub(crate) fn watched<T>(
    watcher: Option<&dyn Watcher>,
    work: impl FnOnce(&mut tidemark::Watcher<'_>) -> Result<T, DiaryError>,
) -> Result<T, DiaryError> {
    let mut failed = false;
    let outcome = work(&mut |progress: tidemark::Progress| match watcher
        .map(|watcher| watcher.progress(progress.done, progress.total))
    {
        None | Some(Ok(Next::GoOn)) => ControlFlow::Continue(()),
        Some(Ok(Next::BreakOff)) => ControlFlow::Break(()),
        Some(Err(WatcherError::Failed)) => {
            failed = true;
            ControlFlow::Break(())
        }
    });
    match outcome {
        Err(DiaryError::Cancelled { .. }) if failed => Err(DiaryError::WatcherFailed),
        outcome => outcome,
    }
}
