package org.francophonie.dclic.identity.ui;

import io.nayuki.qrcodegen.QrCode.Ecc;
import org.francophonie.dclic.platform.ui.RichText;
import org.springframework.web.util.HtmlUtils;

/** A text as squares that a camera reads (ISO/IEC 18004), drawn as one path. */
record QrCode(String markup) implements RichText.Trusted {
    /** Around the code, as cameras want it. */
    private static final int QUIET = 4;

    /** @param alternative what a person hears who does not see it */
    static QrCode of(String text, String alternative) {
        var code = io.nayuki.qrcodegen.QrCode.encodeText(text, Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++)
            for (int x = 0; x < code.size; x++)
                if (code.getModule(x, y))
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
        int side = code.size + 2 * QUIET;
        return new QrCode("<svg role=\"img\" aria-label=\"" + HtmlUtils.htmlEscape(alternative)
                + "\" class=\"qr\" viewBox=\"0 0 " + side + " " + side + "\"><path fill=\"#fff\" d=\"M0 0h" + side + "v"
                + side + "H0z\"/><path d=\"" + path + "\"/></svg>");
    }
}
