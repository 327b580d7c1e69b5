package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.francophonie.dclic.platform.start.Platform;
import org.jsoup.nodes.DataNode;
import org.springframework.stereotype.Component;

/**
 * What the application's page may load and run: files of ours, and the few scripts that stand in the page itself, known by a
 * number that is used once. Flow's client turns the server's instructions into functions, hence "unsafe-eval"; its components
 * bring styles along, hence "unsafe-inline" for styles alone.
 */
@Component
class ContentPolicy implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1;
    private static final int NONCE_BYTES = 16;
    private static final String POLICY = "default-src 'none'; script-src 'self' 'nonce-%s' 'unsafe-eval';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; media-src 'self';"
            + " connect-src 'self' %s; frame-src 'self'; worker-src 'self'; manifest-src 'self'; object-src 'none';"
            + " form-action 'self'; base-uri 'self'; frame-ancestors 'self'";

    /** Flow listens to the browser's way back, too: whoever listens first hears first. */
    private static final String BACK = "addEventListener('popstate', (e) => window.dclicBack && window.dclicBack(e))";

    private final transient SecureRandom random = new SecureRandom();
    private final String line;

    /** Older Safari does not take the line that wakes screens for a thing of the page's own. */
    ContentPolicy(Platform platform) {
        var base = platform.baseUrl();
        line = ("https".equals(base.getScheme()) ? "wss://" : "ws://") + base.getAuthority();
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::guard);
    }

    private void guard(IndexHtmlResponse page) {
        var bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        var nonce = Base64.getEncoder().encodeToString(bytes);
        page.getDocument().head().prependElement("script").appendChild(new DataNode(BACK));
        page.getDocument().select("script").forEach(script -> script.attr("nonce", nonce));
        page.getVaadinResponse().setHeader("Content-Security-Policy", POLICY.formatted(nonce, line));
    }
}
