package org.francophonie.dclic.identity.service;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.francophonie.dclic.platform.start.Platform;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends whoever comes without encryption to the same place of the public address, whatever host and port the request names:
 * these are the caller's words. Whoever asks for the health of a node is inside.
 */
class HttpsOnly extends OncePerRequestFilter {
    private final Platform platform;

    HttpsOnly(Platform platform) {
        this.platform = platform;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.isSecure() || request.getRequestURI().startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var query = request.getQueryString();
        var reads = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
        response.setStatus(
                reads ? HttpServletResponse.SC_MOVED_PERMANENTLY : HttpServletResponse.SC_TEMPORARY_REDIRECT);
        response.setHeader(
                HttpHeaders.LOCATION, platform.url(request.getRequestURI()) + (query == null ? "" : "?" + query));
    }
}
