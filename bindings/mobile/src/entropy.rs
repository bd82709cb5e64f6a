//! Random bytes of the operating system, and how entries made on a phone are marked.

use tidemark::Shell;
use tidemark::model::{Entropy, Source};

use crate::DiaryError;

/// Random bytes of the operating system.
struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn fill(&mut self, bytes: &mut [u8]) {
        // Asked once before a diary is opened, so a system without randomness is an error there. Should it stop later,
        // the call ends as an internal error with nothing saved: zeros in the place of a key would be worse.
        #[expect(clippy::expect_used, reason = "an id or key without randomness must never be written")]
        getrandom::fill(bytes).expect("the operating system has no random bytes");
    }
}

/// What a phone brings to a diary.
pub(crate) fn shell() -> Result<Shell, DiaryError> {
    let mut probe = [0_u8; 1];
    getrandom::fill(&mut probe)
        .map_err(|_| DiaryError::Other { reason: "the operating system gives no random bytes".to_owned() })?;
    Ok(Shell { entropy: Box::new(SystemEntropy), source: Source::App })
}
