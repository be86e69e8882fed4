"""The bot as `main.py` runs it, its paces lifted, for a benchmark. Run, not imported."""

from __future__ import annotations

import sys
from pathlib import Path

if __name__ == "__main__":
    tests = Path(__file__).parents[1]
    sys.path[:1] = [str(tests.parent), str(tests)]

    from support import paces

    import main

    with paces.lifted():
        sys.exit(main.main())
