#include "view/mouse.h"

#include "view/pane.h"
#include "view/steps.h"

enum view_pane mouse_pane(const struct view *view, int x, int y) {
    for (int i = 0; i < PANE_COUNT; i++) {
        struct area area = view->layout.panes[i];
        if (area.canvas != NULL && x >= area.x && x < area.x + area.width && y >= area.y - 1 &&
            y < area.y + area.height) {
            return (enum view_pane)i;
        }
    }
    return PANE_COUNT;
}

// Goes to where the line is about to run: the next time, or else the last time.
static void click_source(struct view *view, const struct scene *scene, struct area area, int y) {
    struct replay_goal goal = {
        .kind = REPLAY_BREAK, .file = scene->file, .line = pane_source_line(scene, area, y)};
    if (goal.line == 0) {
        return;
    }
    uint64_t found = steps_find(view, +1, goal);
    found = found == REPLAY_NONE ? steps_find(view, -1, goal) : found;
    if (found != REPLAY_NONE) {
        view_go(view, found);
    }
}

static void click_timeline(struct view *view, const struct scene *scene, struct area area, int x,
                           int y) {
    uint32_t task = pane_timeline_task(scene, area, y);
    if (!pane_timeline_is_name(x)) {
        view_go(view, pane_timeline_position(scene, area, x));
    } else if (task != 0) {
        steps_go_task(view, task);
    }
}

void mouse_click(struct view *view, int x, int y) {
    enum view_pane pane = mouse_pane(view, x, y);
    if (pane == PANE_COUNT) {
        return;
    }
    view->focus = pane;
    struct scene scene = scene_make(view);
    struct area area = view->layout.panes[pane];
    int row = y - area.y;
    if (row < 0) {
        return; // the title
    }
    if (pane == PANE_SOURCE) {
        click_source(view, &scene, area, row);
    } else if (pane == PANE_TIMELINE) {
        click_timeline(view, &scene, area, x - area.x, row);
    } else if (pane == PANE_LOOP) {
        uint32_t task = pane_loop_task(&scene, area, row);
        if (task != 0) {
            steps_go_task(view, task);
        }
    }
}
