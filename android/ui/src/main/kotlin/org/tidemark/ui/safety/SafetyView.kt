package org.tidemark.ui.safety

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.Button
import androidx.compose.material3.Card
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import org.tidemark.logic.Env
import org.tidemark.logic.Navigation
import org.tidemark.logic.Place
import org.tidemark.logic.safety.CrisisEntry
import org.tidemark.logic.safety.SafetyEvent
import org.tidemark.logic.safety.SafetyState
import org.tidemark.logic.safety.safetyFeature
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.app.Shell
import org.tidemark.ui.app.running
import org.tidemark.ui.door.Point
import org.tidemark.ui.form.Aside
import org.tidemark.ui.form.Section
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.country
import org.tidemark.ui.words.date
import org.tidemark.ui.words.strings

@Composable
internal fun SafetyPlace(env: Env, go: Go, at: Navigation) {
    val safety = running(env, Place.Safety) { safetyFeature(env.diary, env.doorway, env.phone, env.now) }
    Shell(strings.safetyTitle(), go, at.tab, canGoBack = at.places.size > 1, help = false) { SafetyView(safety.state, safety.send) }
}

/** Whom to call and what helps. The largest buttons of the app; nothing moves, nothing is timed, nothing is asked first. */
@Composable
public fun SafetyView(state: SafetyState, send: (SafetyEvent) -> Unit) {
    Text(strings.safetyNow(), style = MaterialTheme.typography.titleLarge)
    state.byHand?.let { number ->
        Text(
            strings.safetyByHand(number),
            Modifier.semantics { liveRegion = LiveRegionMode.Assertive },
            style = MaterialTheme.typography.titleLarge,
        )
    }
    People(state, send)
    Services(state, send)
    PauseCard()
    Plan(state)
    state.problem?.let { ProblemCard(it) { send(SafetyEvent.Shown) } }
    Aside(strings.safetyNobody())
}

/** The person's own contacts come first: a known voice before a service. */
@Composable
private fun People(state: SafetyState, send: (SafetyEvent) -> Unit) = Section(strings.safetyMine()) {
    state.own.forEach { contact ->
        Large(strings.safetyCall(contact.service), contact.number) { send(SafetyEvent.CallAsked(contact.number)) }
        contact.text?.let { text -> LargeOutlined(strings.safetyText(contact.service)) { send(SafetyEvent.TextAsked(text)) } }
        if (contact.hours.isNotBlank()) Aside(contact.hours)
    }
    when {
        !state.read -> Aside(strings.appLoading())
        state.own.isEmpty() && state.locked -> Aside(strings.safetyMineLocked())
        state.own.isEmpty() -> Aside(strings.safetyMineNone())
    }
}

@Composable
private fun Services(state: SafetyState, send: (SafetyEvent) -> Unit) = Section(strings.safetyServices()) {
    if (state.regions.isNotEmpty()) Region(state, send)
    state.services.forEach { entry -> Service(entry, state.region, send) }
    if (state.read && state.services.isEmpty() && state.regions.isEmpty()) Aside(strings.safetyServicesNone())
}

@Composable
private fun Service(entry: CrisisEntry, region: String?, send: (SafetyEvent) -> Unit) {
    val words = LocalWords.current
    // Without a country each number says which it is for: the same digits reach nobody in another.
    val country = entry.region?.takeIf { region == null }?.let { words.country(it) }
    val name = if (country == null) entry.service else strings.safetyServiceIn(entry.service, country)
    Large(strings.safetyCall(name), entry.number) { send(SafetyEvent.CallAsked(entry.number)) }
    entry.text?.let { text -> LargeOutlined(strings.safetyText(name)) { send(SafetyEvent.TextAsked(text)) } }
    val checked = entry.checkedOn?.let { strings.safetyChecked(words.date(it)) }
    val check = if (entry.needsCheck) strings.safetyCheckNumber() else null
    Aside(listOfNotNull(entry.hours?.ifBlank { null }, checked, check).joinToString(" · "))
}

@Composable
private fun Region(state: SafetyState, send: (SafetyEvent) -> Unit) {
    val words = LocalWords.current
    val region = state.region
    FlowRow(Modifier.fillMaxWidth(), horizontalArrangement = Arrangement.SpaceBetween, itemVerticalAlignment = Alignment.CenterVertically) {
        val known = region?.let { strings.safetyRegion(words.country(it)) } ?: strings.safetyRegionUnknown()
        Text(known, style = MaterialTheme.typography.bodyLarge)
        TextButton({ send(SafetyEvent.RegionAsked) }, Modifier.heightIn(min = 56.dp)) {
            Text(if (region == null) strings.safetyRegionChoose() else strings.safetyRegionChange())
        }
    }
    if (state.choosing) {
        state.regions.sortedBy { words.country(it) }.forEach { code ->
            LargeOutlined(words.country(code)) { send(SafetyEvent.RegionChosen(code)) }
        }
    }
}

@Composable
private fun PauseCard() = Card(Modifier.fillMaxWidth()) {
    Column(Modifier.padding(16.dp), verticalArrangement = Arrangement.spacedBy(10.dp)) {
        Section(strings.safetyPause()) {
            listOf(strings.safetyPauseOne(), strings.safetyPauseTwo(), strings.safetyPauseThree(), strings.safetyPauseFour()).forEach {
                Text(it, style = MaterialTheme.typography.bodyLarge)
            }
        }
    }
}

@Composable
private fun Plan(state: SafetyState) {
    if (!state.read) return
    Section(strings.safetyPlan()) {
        state.plan.forEach { part ->
            sectionName(part.section)?.let { Text(it, Modifier.semantics { heading() }, style = MaterialTheme.typography.titleSmall) }
            part.lines.forEach { Point(it) }
        }
        when {
            state.locked -> Aside(strings.safetyPlanLocked())
            state.plan.isEmpty() -> Aside(strings.safetyPlanNone())
        }
    }
}

@Composable
private fun sectionName(code: String?): String? = when (code) {
    "what_helps" -> strings.safetySectionWhatHelps()
    "people" -> strings.safetySectionPeople()
    "professionals" -> strings.safetySectionProfessionals()
    "places" -> strings.safetySectionPlaces()
    "signs" -> strings.safetySectionSigns()
    "reasons" -> strings.safetySectionReasons()
    else -> null
}

/** Height of the buttons here, half as much again as anywhere else: hands may shake. */
internal val LARGE = 76.dp

private val corners = RoundedCornerShape(20.dp)

@Composable
private fun Large(text: String, number: String?, onClick: () -> Unit) {
    Button(onClick, Modifier.fillMaxWidth().heightIn(min = LARGE), shape = corners) {
        Column(horizontalAlignment = Alignment.CenterHorizontally) {
            Text(text, style = MaterialTheme.typography.titleLarge, textAlign = TextAlign.Center)
            if (number != null) Text(number, style = MaterialTheme.typography.bodyLarge, textAlign = TextAlign.Center)
        }
    }
}

@Composable
private fun LargeOutlined(text: String, onClick: () -> Unit) {
    OutlinedButton(onClick, Modifier.fillMaxWidth().heightIn(min = LARGE), shape = corners) {
        Text(text, style = MaterialTheme.typography.titleLarge, textAlign = TextAlign.Center)
    }
}
