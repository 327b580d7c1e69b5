package org.francophonie.dclic.identity.service;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Stands before everything that may write a body to the disk: files come from people who are signed in, by the way that a
 * screen opened for them, one at a time for each of them, and no larger than the largest file that any screen takes.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class UploadDoor extends OncePerRequestFilter {
    private static final String WAY = "/app/VAADIN/dynamic/resource/";
    private static final String UNDER_WAY = UploadDoor.class.getName();

    /** The largest archive (200 MB) with what surrounds it. */
    private static final long LARGEST = 201_000_000;

    private static final int TOO_MANY = 429;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var isUpload =
                "POST".equals(request.getMethod()) && request.getRequestURI().startsWith(WAY);
        if (isUpload) upload(request, response, chain);
        else if (hasParts(request)) refuse(response, HttpServletResponse.SC_FORBIDDEN);
        else chain.doFilter(request, response);
    }

    private static boolean hasParts(HttpServletRequest request) {
        return request.getContentType() instanceof String type
                && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }

    private static void upload(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SessionDoor.signedIn(request).isEmpty()) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        if (request.getContentLengthLong() > LARGEST || request.getContentLengthLong() < 0) {
            refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        var underWay = underWay(request);
        if (!underWay.compareAndSet(false, true)) {
            refuse(response, TOO_MANY);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            underWay.set(false);
        }
    }

    private static AtomicBoolean underWay(HttpServletRequest request) {
        var session = request.getSession();
        synchronized (WebUtils.getSessionMutex(session)) {
            if (session.getAttribute(UNDER_WAY) instanceof AtomicBoolean known) return known;
            var fresh = new AtomicBoolean();
            session.setAttribute(UNDER_WAY, fresh);
            return fresh;
        }
    }

    /** The rest of the body is not waited for. */
    private static void refuse(HttpServletResponse response, int status) throws IOException {
        response.setHeader("Connection", "close");
        response.sendError(status);
    }
}
