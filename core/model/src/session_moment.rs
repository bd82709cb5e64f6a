//! Something the person said or did while a session went on: firmer, quieter, pause.

use crate::code::coded;
use crate::content::content;
use crate::field::bounded;
use crate::{SessionId, ShortText};

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum MomentKind {
    Lighter,
    Firmer,
    MoveArea,
    Temperature,
    Sound,
    TalkLess,
    Pause,
    Resume,
    Stop,
}

coded!(MomentKind, "kind", {
    Lighter => "lighter", Firmer => "firmer", MoveArea => "move_area", Temperature => "temperature",
    Sound => "sound", TalkLess => "talk_less", Pause => "pause", Resume => "resume", Stop => "stop",
});

bounded! {
    /// Minutes after a session started, 0 to 390: six hours and half an hour.
    SessionMinute(u16) 0..=390, "a minute of a session", "0 to 390"
}

content! {
    /// One moment within a session.
    SessionMoment(SessionMomentId) without rules {
        /// the session
        session_id: SessionId,
        /// minutes after it started
        minute: SessionMinute,
        /// what happened
        kind: MomentKind,
        /// words of the person
        note: Option<ShortText>,
    }
}
