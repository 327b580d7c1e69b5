package org.francophonie.dclic.learning.ui;

import java.util.List;
import org.francophonie.dclic.platform.ui.HomeSections;
import org.springframework.stereotype.Component;

/** The parts of a learner's own space. */
@Component
class LearningSections implements HomeSections {
    static final String RESUME = "my.resume";
    static final String ACTIVE = "my.active";
    static final String FINISHED = "my.finished";
    static final String SUGGESTIONS = "my.suggestions";

    @Override
    public List<String> codes() {
        return List.of(RESUME, ACTIVE, FINISHED, SUGGESTIONS);
    }
}
