package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.RouterLink;
import org.francophonie.dclic.identity.merge.MergeRefused;
import org.francophonie.dclic.identity.merge.MergeService;
import org.francophonie.dclic.identity.merge.MergeService.Merged;
import org.francophonie.dclic.identity.service.PeopleRefused;
import org.francophonie.dclic.identity.service.PeopleService.Details;
import org.francophonie.dclic.platform.access.Freshness;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.ui.Confirm;
import org.francophonie.dclic.platform.ui.ErrorLine;
import org.francophonie.dclic.platform.ui.Moment;
import org.francophonie.dclic.platform.ui.Toast;
import org.francophonie.dclic.rights.RightsRefused;
import org.francophonie.dclic.rights.ui.HeldProfiles;

/** With which other accounts this one has become one, the way back, and the way to another one. */
final class MergePanel extends Div {
    private static final long serialVersionUID = 1;

    private final transient MergeService merges;
    private final transient Freshness freshness;
    private final transient Details person;
    private final transient Runnable changed;
    private final ErrorLine error = new ErrorLine();
    private final boolean merged;
    private final boolean gone;

    /** @param changed told when the page has to be shown anew */
    MergePanel(MergeService merges, Freshness freshness, Details person, Runnable changed) {
        this.merges = merges;
        this.freshness = freshness;
        this.person = person;
        this.changed = changed;
        add(new H2(getTranslation("merge.panel")), error);
        var known = merges.of(person.id());
        merged = !known.isEmpty();
        known.forEach(each -> add(line(each)));
        gone = known.stream().anyMatch(each -> each.gone().equals(person.id()));
        if (gone) return;
        var link = new RouterLink(getTranslation("merge.with-another"), DuplicatesView.class);
        link.setQueryParameters(DuplicatesView.with(person.code()));
        add(new Paragraph(link));
    }

    /** Whether this account is not used any more. */
    boolean isGone() {
        return gone;
    }

    boolean isMerged() {
        return merged;
    }

    private Component line(Merged merged) {
        var isGone = merged.gone().equals(person.id());
        var line = new Div(new Paragraph(
                new Text(getTranslation(isGone ? "merge.into" : "merge.from", Moment.day(merged.at())) + " "),
                link(isGone ? merged.kept() : merged.gone())));
        if (!merged.undoable()) line.add(new Paragraph(getTranslation("merge.too-late")));
        else
            line.add(Confirm.behind(
                    getTranslation("merge.split"),
                    () -> {
                        freshness.check();
                        return getTranslation("merge.split.sure");
                    },
                    () -> split(merged),
                    changed));
        return line;
    }

    private RouterLink link(PersonId other) {
        return new RouterLink(getTranslation("merge.other"), PersonView.class, PersonView.parameters(other));
    }

    private void split(Merged merged) {
        error.say("");
        try {
            merges.split(merged.id());
        } catch (MergeRefused refused) {
            error.say(getTranslation(refused.keys().getFirst()));
            return;
        } catch (RightsRefused refused) {
            error.say(HeldProfiles.refusal(refused));
            return;
        } catch (PeopleRefused refused) {
            error.say(getTranslation(refused.problems().values().iterator().next()));
            return;
        }
        changed.run();
        Toast.show(getTranslation("merge.split.done"));
    }
}
