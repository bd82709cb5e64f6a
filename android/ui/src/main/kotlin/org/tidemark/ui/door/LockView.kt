package org.tidemark.ui.door

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.tidemark.logic.door.DoorEvent
import org.tidemark.logic.door.DoorState
import org.tidemark.logic.door.Notice
import org.tidemark.logic.door.Offer
import org.tidemark.logic.door.Why
import org.tidemark.logic.door.WordsFor
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.form.Aside
import org.tidemark.ui.form.Deed
import org.tidemark.ui.form.FirstDeed
import org.tidemark.ui.form.Section
import org.tidemark.ui.form.Told
import org.tidemark.ui.form.WayOut
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.Words
import org.tidemark.ui.words.problem
import org.tidemark.ui.words.strings

/** The shut door: why it is shut, what is safe, and every way in that there is. It never offers a new diary. */
@Composable
public fun LockView(state: DoorState.Locked, send: (DoorEvent) -> Unit) {
    val words = LocalWords.current
    Text(
        words.reason(state.why),
        Modifier.semantics { liveRegion = LiveRegionMode.Polite },
        style = MaterialTheme.typography.bodyLarge,
    )
    state.notice?.let { NoticeLine(it) }
    when {
        state.asks != null -> WordsAsked(state, send)
        state.working -> Told(strings.lockWorking())
        else -> Offers(state, send)
    }
}

@Composable
private fun Offers(state: DoorState.Locked, send: (DoorEvent) -> Unit) {
    Column(Modifier.fillMaxWidth(), verticalArrangement = Arrangement.spacedBy(8.dp)) {
        state.offers.forEachIndexed { at, offer ->
            val act: () -> Unit = { send(event(offer)) }
            if (at == 0) FirstDeed(offered(offer, state.why), onClick = act) else Deed(offered(offer, state.why), onClick = act)
            if (offer == Offer.EXPORT) Aside(strings.lockExportAbout())
        }
    }
}

private fun event(offer: Offer): DoorEvent = when (offer) {
    Offer.TRY_AGAIN -> DoorEvent.Shown
    Offer.WORDS -> DoorEvent.WordsAsked
    Offer.SNAPSHOT -> DoorEvent.SnapshotAsked
    Offer.RESTORE -> DoorEvent.RestoreAsked
    Offer.EXPORT -> DoorEvent.ExportAsked
}

@Composable
private fun offered(offer: Offer, why: Why): String = when (offer) {
    Offer.TRY_AGAIN -> if (why == Why.Shut) strings.lockUnlock() else strings.appTryAgain()
    Offer.WORDS -> strings.lockWords()
    Offer.SNAPSHOT -> strings.lockSnapshot()
    Offer.RESTORE -> strings.lockRestore()
    Offer.EXPORT -> strings.lockExport()
}

@Composable
private fun WordsAsked(state: DoorState.Locked, send: (DoorEvent) -> Unit) {
    Section(strings.lockWordsTitle()) {
        if (state.asks == WordsFor.SNAPSHOT) Aside(strings.lockWordsSnapshot())
        val broken = if (state.wrongWords) strings.lockWordsWrong() else null
        WordsForm(strings.lockWordsField(), strings.lockWordsOpen(), broken, enabled = !state.working) { send(DoorEvent.WordsGiven(it)) }
        if (state.working) Told(strings.lockWorking()) else WayOut(strings.appBack()) { send(DoorEvent.WordsLeft) }
    }
}

@Composable
private fun NoticeLine(notice: Notice) = when (notice) {
    Notice.Exported -> Told(strings.lockExported())
    Notice.NotExported -> Told(strings.lockNotExported())
    Notice.NoSnapshot -> Told(strings.lockNoSnapshot())
    is Notice.Refused -> ProblemCard(notice.problem)
}

private fun Words.reason(why: Why): String = when (why) {
    Why.Shut -> strings.lockShut()
    Why.TurnedBack -> strings.lockTurnedBack()
    Why.NotNow -> strings.lockNotNow()
    Why.NoKey -> strings.lockNoKey()
    Why.KeyGone -> strings.lockKeyGone()
    Why.KeyOrFile -> strings.lockKeyOrFile()
    Why.Damaged -> strings.lockDamaged()
    Why.Missing -> strings.lockMissing()
    Why.Newer -> strings.lockNewer()
    is Why.Other -> problem(why.problem)
}
