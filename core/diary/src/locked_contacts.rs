//! Whom to call while the diary is locked, or before there is one: the person's own contacts that were marked open, then the
//! dated table by region that ships with the program.
//!
//! Refuses nothing. Whoever asks this may need help now, so a file that cannot be read, a region that the table does not have or
//! a clock that is off each leave the numbers that are known.

use std::path::Path;

use tidemark_model::{
    CrisisContact, LogicalDate, Moment, PhoneNumber, RegionCode, Rollover, ShortText, built_in, logical_date,
};
use tidemark_store::OpenContact;

use crate::Diary;

/// Whom to call, in the order to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockedContacts {
    /// The person's own first, then those of the table.
    pub contacts: Vec<LockedContact>,
    /// The region of those of the table; none when they are of all regions, because none was named or the table lacks it.
    pub region: Option<RegionCode>,
    /// Whether the file with the person's own could be read, or there is none.
    pub own_read: bool,
}

/// Somebody to call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockedContact {
    /// Whether the person added it; otherwise it is of the table.
    pub own: bool,
    /// The region it is for; none for the person's own.
    pub region: Option<RegionCode>,
    /// Who answers.
    pub service: String,
    /// Number to call.
    pub number: String,
    /// Number to text.
    pub text: Option<String>,
    /// When somebody answers.
    pub hours: Option<String>,
    /// Languages spoken.
    pub language: Option<String>,
    /// The day the number was checked against its sources; none: it has not been.
    pub verified_on: Option<LogicalDate>,
    /// Where the number is from.
    pub origin: Option<String>,
    /// Whether to say "check this number": one of the table that was never checked, or not within twelve months.
    pub needs_check: bool,
}

impl Diary {
    /// The regions of the table that ships with the program, in order.
    #[must_use]
    pub fn contact_regions() -> Vec<RegionCode> {
        let mut regions: Vec<_> =
            built_in::crisis_contacts().into_iter().filter_map(|contact| contact.region).collect();
        regions.sort_unstable();
        regions.dedup();
        regions
    }

    /// Whom to call, without any key: what was marked open in the diary at `path`, if one is named, then the table of `region`.
    /// Without a clock every number of the table asks to be checked.
    #[must_use]
    pub fn locked_contacts(path: Option<&Path>, region: Option<&str>, now: Option<Moment>) -> LockedContacts {
        let own = path.map(Self::read_open).transpose();
        let own_read = own.is_ok();
        let own = own.ok().flatten().unwrap_or_default().contacts;
        let named = region.and_then(|text| text.parse::<RegionCode>().ok());
        let region = named.filter(|code| Self::contact_regions().contains(code));
        // The diary's own end of the day cannot be known while it is locked; a day more or less in twelve months says nothing.
        let midnight = Rollover::new(0).ok();
        let today = now.zip(midnight).and_then(|(now, midnight)| logical_date(now, midnight).ok());
        let table = built_in::crisis_contacts().into_iter();
        let table = table.filter(|contact| region.is_none() || contact.region == region);
        let contacts = own.into_iter().map(LockedContact::from);
        let contacts = contacts.chain(table.map(|contact| LockedContact::of_table(&contact, today)));
        LockedContacts { contacts: contacts.collect(), region, own_read }
    }
}

impl LockedContact {
    fn of_table(contact: &CrisisContact, today: Option<LogicalDate>) -> Self {
        let words = |text: &Option<ShortText>| text.as_ref().map(|text| text.as_str().to_owned());
        Self {
            own: false,
            region: contact.region,
            service: contact.service.as_str().to_owned(),
            number: contact.number.to_string(),
            text: contact.text.as_ref().map(PhoneNumber::to_string),
            hours: words(&contact.hours),
            language: words(&contact.language),
            verified_on: contact.verified_on,
            origin: words(&contact.origin),
            needs_check: today.is_none_or(|today| contact.needs_check(today)),
        }
    }
}

impl From<OpenContact> for LockedContact {
    fn from(from: OpenContact) -> Self {
        Self {
            own: true,
            region: None,
            service: from.service,
            number: from.number,
            text: from.text,
            // The file writes absent hours as no text.
            hours: Some(from.hours).filter(|hours| !hours.is_empty()),
            language: None,
            verified_on: None,
            origin: None,
            needs_check: false,
        }
    }
}
