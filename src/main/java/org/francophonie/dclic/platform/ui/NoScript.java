package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.francophonie.dclic.platform.i18n.Words;
import org.springframework.stereotype.Component;

/** Where scripts are off the application would be a blank page: it says so, and leads to what can be read without them. */
@Component
class NoScript implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1;

    private final transient Words words;

    NoScript(Words words) {
        this.words = words;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::tell);
    }

    private void tell(IndexHtmlResponse page) {
        var language = Words.supported(page.getVaadinRequest().getLocale());
        var text = page.getDocument().body().appendElement("noscript").appendElement("p");
        text.attr("lang", language.getLanguage()).appendText(words.get(language, "no-script") + " ");
        text.appendElement("a")
                .attr("href", PublicPage.place("formations", language))
                .text(words.get(language, "no-script.go"));
    }
}
