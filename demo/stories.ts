import type { PlannedRound } from './plan.ts'
import { artistsLastYear, artistsThisYear, artProjects } from './stories/artists.ts'
import { culturalBuildings, culturalBuildingsNext } from './stories/buildings.ts'
import { namedLastYear, namedThisYear } from './stories/budget.ts'
import { businessAutumn, businessSpring, climateLastYear, climateThisYear } from './stories/business.ts'
import { choirsLastYear } from './stories/choirs-last-year.ts'
import { choirsThisYear } from './stories/choirs-this-year.ts'
import { districtsLastYear } from './stories/districts-last-year.ts'
import { districtsThisYear } from './stories/districts-this-year.ts'
import { ideasAutumn } from './stories/ideas-autumn.ts'
import { ideasWinter } from './stories/ideas-winter.ts'
import { villageMoney } from './stories/lyngsund.ts'
import { athletes } from './stories/athletes.ts'
import { childrenAndYouth, electricity, meetingPlaces, meetingPlacesThisYear } from './stories/youth.ts'

/** Every round of the demo that something has happened in, by municipality. */
export const stories: Record<'fjordvik' | 'lyngsund', readonly PlannedRound[]> = {
  fjordvik: [
    choirsLastYear,
    choirsThisYear,
    districtsLastYear,
    districtsThisYear,
    ideasAutumn,
    ideasWinter,
    artistsLastYear,
    artistsThisYear,
    artProjects,
    businessSpring,
    businessAutumn,
    climateLastYear,
    climateThisYear,
    childrenAndYouth,
    meetingPlaces,
    meetingPlacesThisYear,
    athletes,
    electricity,
    culturalBuildings,
    culturalBuildingsNext,
    namedLastYear,
    namedThisYear,
  ],
  lyngsund: [villageMoney],
}
