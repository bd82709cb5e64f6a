//! Watching long work: how far it is, and breaking it off. Whoever watches is told often and has to be quick.

use std::ops::ControlFlow;

/// How far a piece of work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Steps that are done; never more than `total`.
    pub done: u64,
    /// Steps in all; how much a step is, is the work's own.
    pub total: u64,
}

/// Is told of progress; a break ends the work, and nothing was changed.
pub type Watcher<'a> = dyn FnMut(Progress) -> ControlFlow<()> + 'a;

/// A watcher that never breaks off.
pub(crate) fn nobody() -> impl FnMut(Progress) -> ControlFlow<()> {
    |_| ControlFlow::Continue(())
}
