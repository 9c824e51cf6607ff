-- What the choice of libraries, regions, gemeenten and themes comes down to.
from scope($libraries, $regions, $gemeenten, $themes)
