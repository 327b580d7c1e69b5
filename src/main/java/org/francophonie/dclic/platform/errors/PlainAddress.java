package org.francophonie.dclic.platform.errors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows the application by its plain address alone: {@code //app} and {@code /%61pp} lead to no page, so that the servlet
 * and the rules of its lane never disagree about what was asked for.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PlainAddress extends OncePerRequestFilter {
    private static final String APPLICATION = "/app";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var disguised = request.getServletPath().equals(APPLICATION)
                && !request.getRequestURI().startsWith(APPLICATION);
        if (disguised) response.sendError(HttpServletResponse.SC_NOT_FOUND);
        else chain.doFilter(request, response);
    }
}
