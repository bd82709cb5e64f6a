//! Random bytes of the operating system, and how entries made on a phone are marked.

use tidemark::Shell;
use tidemark::model::{Entropy, Source};

use crate::DiaryError;

/// Random bytes of the operating system.
pub(crate) struct SystemEntropy;

impl SystemEntropy {
    /// Asks the system once, so that one without randomness is an error before anything is begun.
    pub(crate) fn asked() -> Result<Self, DiaryError> {
        let mut probe = [0_u8; 1];
        getrandom::fill(&mut probe).map_err(|_| DiaryError::Other {
            reason: "the operating system gives no random bytes".to_owned(),
        })?;
        Ok(Self)
    }
}

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
    Ok(Shell { entropy: Box::new(SystemEntropy::asked()?), source: Source::App })
}
