//! What the command line brings to a diary: the clock, the zone, random bytes.

use std::time::{SystemTime, UNIX_EPOCH};

use tidemark::Shell;
use tidemark::model::{Entropy, Instant, LogicalDate, Moment, Rollover, Source, ZoneName, logical_date};

use crate::failure::Failure;

/// The present moment on this machine's clock.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Surroundings {
    pub(crate) now: Moment,
    pub(crate) zone: ZoneName,
}

impl Surroundings {
    pub(crate) fn new(pretended: Option<&str>) -> Result<Self, Failure> {
        let zone = local_zone()?;
        let now = if let Some(text) = pretended {
            Moment::parse(text)?
        } else {
            let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_millis();
            Moment::in_zone(Instant::from_millis(i64::try_from(since).unwrap_or(i64::MAX))?, zone)
        };
        Ok(Self { now, zone })
    }

    /// The day it is now for somebody whose day ends at the default hour.
    pub(crate) fn today(&self, rollover: Rollover) -> Result<LogicalDate, Failure> {
        Ok(logical_date(self.now, rollover)?)
    }
}

/// `TZ` when it names a zone, else the system's, else UTC.
fn local_zone() -> Result<ZoneName, Failure> {
    let named = std::env::var("TZ").ok().filter(|name| !name.is_empty());
    let system = || iana_time_zone::get_timezone().ok();
    let name = named.or_else(system).unwrap_or_else(|| "UTC".to_owned());
    Ok(ZoneName::new(name.trim_start_matches(':')).or_else(|_| ZoneName::new("UTC"))?)
}

/// Random bytes of the operating system.
struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn fill(&mut self, bytes: &mut [u8]) {
        // Without randomness there is no key and no id: going on would be worse than stopping.
        #[expect(clippy::expect_used, reason = "a system without random bytes cannot keep a diary safe")]
        getrandom::fill(bytes).expect("the operating system has no random bytes");
    }
}

/// Random bytes of the operating system, entries marked `cli`.
pub(crate) fn shell() -> Shell {
    Shell { entropy: Box::new(SystemEntropy), source: Source::Cli }
}
