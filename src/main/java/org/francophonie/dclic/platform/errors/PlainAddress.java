package org.francophonie.dclic.platform.errors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows the application by its plain address alone: {@code //app}, {@code /%61pp} and {@code /app;x} lead to no page, so
 * that the servlet and the rules of its lane never disagree about what was asked for. The number of a screen is a number.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PlainAddress extends OncePerRequestFilter {
    private static final String APPLICATION = "/app";
    private static final String SCREEN = "v-uiId=";
    private static final Pattern NUMBER = Pattern.compile(SCREEN + "-?[0-9]{1,9}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getServletPath().equals(APPLICATION)) chain.doFilter(request, response);
        else if (!isPlain(request.getRequestURI())) response.sendError(HttpServletResponse.SC_NOT_FOUND);
        else if (namesNoScreen(request.getQueryString())) response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        else chain.doFilter(request, response);
    }

    private static boolean isPlain(String address) {
        return address.equals(APPLICATION) || address.startsWith(APPLICATION + "/");
    }

    private static boolean namesNoScreen(@Nullable String query) {
        return query != null
                && query.contains(SCREEN)
                && Arrays.stream(query.split("&"))
                        .anyMatch(part ->
                                part.startsWith(SCREEN) && !NUMBER.matcher(part).matches());
    }
}
