package org.tidemark.ui.plan

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Card
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.Kind
import org.tidemark.logic.Env
import org.tidemark.logic.Navigation
import org.tidemark.logic.Place
import org.tidemark.logic.plan.PlanAdjustment
import org.tidemark.logic.plan.PlanEvent
import org.tidemark.logic.plan.PlanRead
import org.tidemark.logic.plan.PlanState
import org.tidemark.logic.plan.PlanVersion
import org.tidemark.logic.plan.planFeature
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.app.Shell
import org.tidemark.ui.app.running
import org.tidemark.ui.form.Aside
import org.tidemark.ui.form.FirstDeed
import org.tidemark.ui.form.SavedLine
import org.tidemark.ui.form.Section
import org.tidemark.ui.records.label
import org.tidemark.ui.session.LabelAndValue
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.Words
import org.tidemark.ui.words.strings
import org.tidemark.ui.words.time
import org.tidemark.ui.words.written

/** The plan in its shell; while a form is open, the way back leads to the plan. */
@Composable
internal fun PlanScreen(env: Env, go: Go, at: Navigation) {
    val plan = running(env, Place.Plan) { planFeature(env) }
    val inForm = Go(go.to, go.instead, { plan.send(PlanEvent.Closed) }, go.tab)
    val open = plan.state.form != null || plan.state.change != null
    Shell(strings.planTitle(), if (open) inForm else go, at.tab, canGoBack = true) { PlanView(plan.state, plan.send, go) }
}

/** The plan in force, what is kept apart, "Change something", the days around, and what changed and why. */
@Composable
public fun PlanView(state: PlanState, send: (PlanEvent) -> Unit, go: Go) {
    val (plan, form, change) = Triple(state.plan, state.form, state.change)
    when {
        plan == null -> state.problem?.let { ProblemCard(it) { send(PlanEvent.Shown) } } ?: Text(strings.appLoading())
        form != null -> FirstPlanForm(plan, form, state.working, send)
        change != null -> ChangeForm(plan, change, state.working, send)
        else -> Agreed(state, plan, send, go)
    }
}

@Composable
private fun Agreed(state: PlanState, plan: PlanRead, send: (PlanEvent) -> Unit, go: Go) {
    val words = LocalWords.current
    val (inForce, coming) = plan.inForce to plan.coming
    // Days that could not be read have no other way to be asked for again.
    state.problem?.let { problem -> ProblemCard(problem, { send(PlanEvent.Shown) }.takeIf { state.days == null }) }
    state.saved?.let { SavedLine(strings.planSaved(words.time(it.at)), state.working) { send(PlanEvent.Undone) } }
    if (plan.newest == null) {
        Text(strings.planEmpty(), style = MaterialTheme.typography.bodyLarge)
        FirstDeed(strings.planAdd()) { send(PlanEvent.Added) }
        state.days?.let { DayByDay(it, send, go) }
        return
    }
    if (inForce == null) Text(strings.planNoneYet(), style = MaterialTheme.typography.bodyLarge) else Version(plan, inForce)
    if (coming != null) {
        Section(strings.planComing(words.written(coming.since), coming.number)) { Says(plan, coming) }
    }
    FirstDeed(strings.planChange()) { send(PlanEvent.ChangeAsked) }
    state.days?.let { DayByDay(it, send, go) }
    Section(strings.planHistory()) {
        if (plan.changes.isEmpty()) Aside(strings.planNoHistory())
        plan.changes.forEachIndexed { at, changed ->
            if (at > 0) HorizontalDivider()
            Change(plan, changed)
        }
    }
}

@Composable
private fun Version(plan: PlanRead, version: PlanVersion) {
    val words = LocalWords.current
    Text(strings.planVersion(version.number, words.written(version.since)), Modifier.semantics { heading() }, style = MaterialTheme.typography.titleMedium)
    version.shown["review_on"]?.let { day ->
        Text(if (plan.reviewDue) strings.planReviewDue(words.written(day)) else strings.planReview(words.written(day)), style = MaterialTheme.typography.bodyLarge)
    }
    Card(Modifier.fillMaxWidth()) { Column(Modifier.padding(16.dp), verticalArrangement = Arrangement.spacedBy(8.dp)) { Says(plan, version) } }
    val apart = version.shown["keep_apart"]?.let { words.apart(it) }.orEmpty()
    if (apart.isNotEmpty()) {
        Section(strings.planApart()) {
            Aside(strings.planApartAbout())
            apart.forEach { Text(strings.reportItem(it), style = MaterialTheme.typography.bodyLarge) }
        }
    }
}

/** What a version says, a line a field; what stands elsewhere on the screen is left out. */
@Composable
private fun Says(plan: PlanRead, version: PlanVersion) {
    val words = LocalWords.current
    val elsewhere = if (version == plan.inForce) setOf("since", "review_on", "keep_apart") else setOf("since")
    plan.rules.filter { it.name in version.shown && it.name !in elsewhere }.forEach { rule ->
        val said = words.said(rule, version.shown.getValue(rule.name))
        LabelAndValue(words.strings.label(Kind.SESSION_PLAN, rule), said, below = said.length > BESIDE || '\n' in said, MaterialTheme.colorScheme.onSurfaceVariant, MaterialTheme.colorScheme.onSurface)
    }
}

/** Letters that stand beside a label. */
private const val BESIDE = 24

@Composable
private fun Change(plan: PlanRead, changed: PlanAdjustment) {
    val words = LocalWords.current
    Column(Modifier.fillMaxWidth(), verticalArrangement = Arrangement.spacedBy(2.dp)) {
        Text(words.head(plan, changed), style = MaterialTheme.typography.bodyLarge)
        Text(strings.planFromTo(words.said(plan, changed, changed.from), words.said(plan, changed, changed.to)), style = MaterialTheme.typography.bodyLarge)
        Aside(strings.planReason(words.named("part.reason", changed.reason), words.decider(changed.decidedBy)))
        changed.finding?.let { Aside(strings.planFollowed(it)) }
    }
}

private fun Words.head(plan: PlanRead, changed: PlanAdjustment): String {
    val rule = plan.rules.firstOrNull { it.name == changed.field }
    return strings.planChanged(written(changed.at), rule?.let { strings.label(Kind.SESSION_PLAN, it) } ?: changed.field)
}

private fun Words.said(plan: PlanRead, changed: PlanAdjustment, text: String?): String {
    val rule = plan.rules.firstOrNull { it.name == changed.field }
    return if (text == null) strings.planNothing() else if (rule == null) text else said(rule, text).replace("\n", ", ")
}
