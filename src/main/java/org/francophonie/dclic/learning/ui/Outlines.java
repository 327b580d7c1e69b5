package org.francophonie.dclic.learning.ui;

import java.util.Locale;
import java.util.UUID;
import org.francophonie.dclic.authoring.Publication;
import org.francophonie.dclic.platform.cache.Kept;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ui.RichText;
import org.springframework.stereotype.Component;

/** The outlines of published versions, made once for all their learners. */
@Component
class Outlines {
    private final Words words;
    private final Kept<Wanted, Made> kept = new Kept<>(500);

    private record Wanted(UUID publication, Locale language) {}

    private record Made(String markup) implements RichText.Trusted {}

    Outlines(Words words) {
        this.words = words;
    }

    RichText.Trusted of(Publication publication, Locale language) {
        return kept.get(
                new Wanted(publication.id().value(), language),
                () -> new Made(new OutlineMarkup(publication.document(), words, language).markup()));
    }
}
