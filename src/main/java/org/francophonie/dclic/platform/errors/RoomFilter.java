package org.francophonie.dclic.platform.errors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Pages of the public site come in by here. Files do not, whose readers may be slow. Messages of screens take their place
 * later, when they have arrived whole and hold the lock of their session: whoever took a place first and then waited for
 * that lock could stand in the way of the one who has it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class RoomFilter extends OncePerRequestFilter {
    private static final List<String> FILES = List.of("/media/", "/assets/", "/actuator/");

    private final Room room;

    RoomFilter(Room room) {
        this.room = room;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isPage(request) && !isFirstScreen(request)) {
            chain.doFilter(request, response);
            return;
        }
        var whole = new ContentCachingResponseWrapper(response);
        if (isPage(request))
            try (var _ = room.enter()) {
                chain.doFilter(request, whole);
            }
        else chain.doFilter(request, whole);
        whole.copyBodyToResponse(); // however slowly it is read
    }

    /** It is built in a place as well, with the lock of its session; here it is but kept until it is whole. */
    private static boolean isFirstScreen(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/app")
                && request.getQueryString() instanceof String query
                && query.contains("v-r=init");
    }

    private static boolean isPage(HttpServletRequest request) {
        var address = request.getRequestURI();
        return "GET".equals(request.getMethod())
                && !address.equals("/app")
                && !address.startsWith("/app/")
                && FILES.stream().noneMatch(address::startsWith);
    }
}
