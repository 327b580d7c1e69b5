package org.francophonie.dclic.platform.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.francophonie.dclic.platform.start.Platform;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A page of somebody else's may not open the line by which the platform speaks to the screens of a person: browsers send her
 * cookies along with it, and tell on whose page it was opened.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class PushDoor extends OncePerRequestFilter {
    private static final String LINE = "/app/VAADIN/push";

    private final URI ours;

    PushDoor(Platform platform) {
        ours = platform.baseUrl();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().startsWith(LINE) && !isOurs(request))
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        else chain.doFilter(request, response);
    }

    /** The fallback without a socket asks as pages do, and then tells no origin for what it only reads. */
    private boolean isOurs(HttpServletRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null) return request.getHeader(HttpHeaders.UPGRADE) == null;
        try {
            var theirs = URI.create(origin);
            return same(theirs, ours)
                    || same(theirs, URI.create(request.getRequestURL().toString()));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean same(URI one, URI other) {
        return one.getScheme() != null
                && one.getHost() != null
                && one.getScheme().equals(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && port(one) == port(other);
    }

    private static int port(URI address) {
        if (address.getPort() >= 0) return address.getPort();
        return "https".equals(address.getScheme()) ? 443 : 80;
    }
}
