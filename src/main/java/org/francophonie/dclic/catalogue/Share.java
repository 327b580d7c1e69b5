package org.francophonie.dclic.catalogue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A way to pass a page on, without any tracker: a plain link. */
public record Share(String name, String address) {
    /** @param address the whole public address of the page */
    public static List<Share> of(String address, String title) {
        var url = URLEncoder.encode(address, StandardCharsets.UTF_8);
        var text = URLEncoder.encode(title, StandardCharsets.UTF_8).replace("+", "%20");
        return List.of(
                new Share("WhatsApp", "https://wa.me/?text=" + text + "%20" + url),
                new Share("Facebook", "https://www.facebook.com/sharer/sharer.php?u=" + url),
                new Share("X", "https://x.com/intent/post?text=" + text + "&url=" + url),
                new Share("LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?url=" + url),
                new Share("Telegram", "https://t.me/share/url?url=" + url + "&text=" + text),
                new Share("E-mail", "mailto:?subject=" + text + "&body=" + url));
    }
}
