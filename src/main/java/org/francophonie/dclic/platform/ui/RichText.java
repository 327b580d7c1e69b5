package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;

/** HTML made by our renderer from sanitised blocks: the one place where markup enters a screen. */
@Tag("div")
public final class RichText extends Component {
    private static final long serialVersionUID = 1;

    /** Markup that went through the sanitiser and the renderer; nothing else may build one. */
    public interface Trusted {
        String markup();
    }

    public RichText(Trusted content) {
        getElement().setAttribute("class", "content");
        getElement().setProperty("innerHTML", content.markup());
    }
}
