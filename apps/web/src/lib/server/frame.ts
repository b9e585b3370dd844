// SPDX-License-Identifier: EUPL-1.2
import { CITY_NAME, SWITCH_PERSON } from '$app/env/private';
import { isHttpError, type RequestEvent } from '@sveltejs/kit';
import type { Frame, FrameViewer } from '#lib/frame/frame.ts';
import { graphql } from '#lib/gql/index.ts';
import { api } from '#lib/server/api.ts';
import { signInPath } from '#lib/server/session/index.ts';

const FrameViewerQuery = graphql(/* GraphQL */ `
  query FrameViewer {
    viewer {
      person {
        id
        name
      }
      memberships {
        company {
          id
          slug
          shortName
        }
        roles
      }
      actingFor {
        id
        slug
        shortName
      }
      mayContribute
    }
  }
`);

/** The frame stands even when the API does not answer: the page inside it says what is wrong. */
export async function loadFrame(event: RequestEvent): Promise<Frame> {
  const { theme, shortcuts, session } = event.locals;
  return {
    city: CITY_NAME,
    signedIn: session.signedIn,
    viewer: session.signedIn ? await viewerOrNobody(event) : null,
    theme,
    shortcuts,
    switchPerson: SWITCH_PERSON ? signInPath({ pathname: '/', search: '' }, { choose: true }) : null,
  };
}

async function viewerOrNobody(event: RequestEvent): Promise<FrameViewer | null> {
  try {
    const { viewer } = await api(event).query(FrameViewerQuery);
    return (
      viewer && {
        ...viewer.person,
        companies: viewer.memberships.map(({ company }) => company),
        actingFor: viewer.actingFor ?? null,
        administers: viewer.memberships.filter(({ roles }) => roles.includes('ADMIN')).map(({ company }) => company),
        mayContribute: viewer.mayContribute,
      }
    );
  } catch (cause) {
    if (isHttpError(cause)) return null;
    throw cause;
  }
}
