package org.francophonie.dclic.authoring.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.shared.Registration;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.francophonie.dclic.authoring.imports.ImportDesk;
import org.francophonie.dclic.authoring.imports.ImportJob;
import org.francophonie.dclic.authoring.service.CourseDesk;
import org.francophonie.dclic.authoring.service.CourseLine;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.text.Size;
import org.francophonie.dclic.platform.ui.Crumbs;
import org.francophonie.dclic.platform.ui.ErrorLine;
import org.francophonie.dclic.platform.ui.FileField;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.jspecify.annotations.Nullable;

/**
 * Brings a course in from an archive. The work goes on by itself: whoever leaves and comes back finds it where it is, or its
 * report.
 */
@Route(value = "auteur/import", layout = MainLayout.class)
@ViewRight(Right.CREATE_COURSE)
public final class ImportView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final int POLL_MILLISECONDS = 1000;

    /** In the address: the course of which another version is brought in. */
    static final String COURSE = "cours";

    private final transient ImportDesk desk;
    private final transient CourseDesk courses;
    private final transient Words words;
    private final ErrorLine error = new ErrorLine();
    private final H1 title = new H1();
    private final Div place = new Div();
    private transient Optional<CourseLine> into = Optional.empty();
    private transient @Nullable Registration watching;

    ImportView(ImportDesk desk, CourseDesk courses, Words words) {
        this.desk = desk;
        this.courses = courses;
        this.words = words;
        var crumbs = new Crumbs(new RouterLink(getTranslation("desk.title"), CourseDeskView.class));
        add(crumbs, title, error, place);
    }

    /** The way to a new working copy of a course. */
    static RouterLink into(String code, String text) {
        var link = new RouterLink(text, ImportView.class);
        link.setQueryParameters(QueryParameters.of(COURSE, code));
        return link;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var code = event.getLocation().getQueryParameters().getSingleParameter(COURSE);
        into = code.map(courses::find).flatMap(courses::line);
        title.setText(into.map(line -> getTranslation("import.into", line.title()))
                .orElseGet(() -> getTranslation("import.title")));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        desk.running().ifPresentOrElse(this::watch, this::ask);
    }

    private void ask() {
        place.removeAll();
        var most = Size.weight(words, getLocale(), ImportDesk.LARGEST_ARCHIVE);
        var upload = new FileField(
                ImportDesk.LARGEST_ARCHIVE,
                most,
                List.of(".zip"),
                getTranslation("import.only-zip"),
                getTranslation("import.choose"),
                error,
                this::begin);
        into.ifPresent(_ -> place.add(new Paragraph(getTranslation("import.into.lead"))));
        place.add(new Paragraph(getTranslation("import.lead", most)), upload, form());
    }

    private NativeDetails form() {
        var tree = new Pre("""
                ma-formation.zip
                  cours.yaml
                  01-premiere-lecon.md
                  02-deuxieme-lecon.md
                  images/dessin.svg
                  quiz.gift""");
        return new NativeDetails(
                getTranslation("import.form"), new Div(new Paragraph(getTranslation("import.form.text")), tree));
    }

    private void begin(Path archive, String name) {
        watch(into.map(line -> desk.startInto(line.id(), archive, name)).orElseGet(() -> desk.start(archive, name)));
    }

    private void watch(ImportJob job) {
        place.removeAll();
        var ui = UI.getCurrent();
        var progress = new ImportProgress(job);
        var cancel = new Button(getTranslation("import.cancel"), _ -> job.cancel());
        cancel.setDisableOnClick(true);
        place.add(progress, cancel);
        ui.setPollInterval(POLL_MILLISECONDS);
        stopWatching();
        watching = ui.addPollListener(_ -> {
            if (job.isFinished())
                ui.navigate(
                        ImportReportView.class,
                        ImportReportView.parameters(job.id()),
                        into.map(line -> QueryParameters.of(COURSE, line.code()))
                                .orElse(QueryParameters.empty()));
            else progress.refresh();
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopWatching();
        event.getUI().setPollInterval(-1);
    }

    private void stopWatching() {
        if (watching != null) watching.remove();
        watching = null;
    }

    @Override
    public String getPageTitle() {
        return title.getText() + " · D-CLIC";
    }
}
