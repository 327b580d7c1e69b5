package org.francophonie.dclic.platform.settings;

import java.util.Set;
import org.francophonie.dclic.platform.live.Listener;
import org.springframework.stereotype.Component;

/** A setting changed on any node counts on this one at once. */
@Component
class SettingNews implements Listener {
    static final String TOPIC = "setting";

    private final SettingService settings;

    SettingNews(SettingService settings) {
        this.settings = settings;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void heard(Set<String> keys) {
        settings.forget();
    }

    @Override
    public void missed() {
        settings.forget();
    }
}
