package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.Element;
import java.util.Locale;

/**
 * Lets the browser's own voice read a part of the screen, paragraph by paragraph, for whoever reads with pain. Browsers
 * without a voice for the language do not show it.
 */
public final class ReadAloud extends NativeButton {
    private static final long serialVersionUID = 1;

    /** @param language in which the text is written */
    public ReadAloud(Element text, Locale language) {
        super();
        setText(getTranslation("voice.read"));
        addClassNames("plain", "voice");
        getElement()
                .executeJs(
                        "window.dclicVoice(this, $0, $1, $2)",
                        text,
                        language.toLanguageTag(),
                        getTranslation("voice.stop"));
    }
}
