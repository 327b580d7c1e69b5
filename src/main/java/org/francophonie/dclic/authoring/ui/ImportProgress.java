package org.francophonie.dclic.authoring.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import org.francophonie.dclic.authoring.imports.ImportJob;

/** How far an import has come, as a bar and in words. */
final class ImportProgress extends Div {
    private static final long serialVersionUID = 1;

    private final transient ImportJob job;
    private final Element bar = new Element("progress");
    private final Paragraph words = new Paragraph();

    ImportProgress(ImportJob job) {
        this.job = job;
        bar.setAttribute("aria-label", getTranslation("import.progress"));
        words.getElement().setAttribute("role", "status");
        addClassName("import-progress");
        add(new Paragraph(job.name()));
        getElement().appendChild(bar);
        add(words);
        refresh();
    }

    void refresh() {
        if (job.total() > 0)
            bar.setAttribute("max", Integer.toString(job.total())).setAttribute("value", Integer.toString(job.done()));
        words.setText(
                job.isCancelled()
                        ? getTranslation("import.cancelling")
                        : job.total() == 0
                                ? getTranslation("import.reading")
                                : getTranslation("import.at", Math.min(job.done() + 1, job.total()), job.total()));
    }
}
