package org.francophonie.dclic.platform.ui;

/** Our own pictures of more than one line, in ink and accent. They stand beside words that say the same. */
public enum Drawing implements RichText.Trusted {
    /** A telephone with a lesson on it. */
    LEARN("""
            <rect x="36" y="6" width="48" height="86" rx="7"/><path d="M54 84h12"/>\
            <path class="a" d="M46 24h28M46 34h28M46 44h18"/><path class="a" d="m48 62 8 8 16-16"/>"""),
    /** The places at the foot of a screen. */
    PLACES("""
            <rect x="14" y="8" width="92" height="84" rx="7"/><path d="M14 68h92"/>\
            <path class="a" d="M24 82l7-6 7 6v6H24zM54 76h5v12h-5zM61 76h5v12h-5z"/><circle class="a" cx="89" cy="78" r="3"/>\
            <path class="a" d="M83 89c0-7 12-7 12 0"/><path d="M28 24h40M28 36h62M28 48h52"/>"""),
    /** An answer that is wrong, and one that is right. */
    TRY("""
            <rect x="20" y="10" width="80" height="34" rx="7"/><rect x="20" y="56" width="80" height="34" rx="7"/>\
            <path d="m32 20 14 14m0-14L32 34M58 27h30"/><path class="a" d="m31 73 7 8 11-15M58 73h30"/>"""),
    /** A card with a code, which is a key. */
    KEY("""
            <rect x="10" y="20" width="100" height="60" rx="7"/><path d="M54 38h42M54 50h30"/>\
            <circle class="a" cx="30" cy="42" r="9"/><path class="a" d="M30 51v20m0-6h8"/>""");

    private final String markup;

    Drawing(String lines) {
        markup = "<svg viewBox=\"0 0 120 100\" aria-hidden=\"true\" class=\"drawing\">" + lines + "</svg>";
    }

    @Override
    public String markup() {
        return markup;
    }
}
