package org.francophonie.dclic.site;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** There is no such public page. */
class PageNotFound extends ResponseStatusException {
    private static final long serialVersionUID = 1;

    PageNotFound() {
        super(HttpStatus.NOT_FOUND);
    }
}
